using System.Globalization;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Display;

namespace Pipelines.Logging;

/// <summary>Gives what is logged to the target that runs in the calling flow; outside a run nothing is written.</summary>
internal sealed class RunSink : ILogEventSink
{
    // Strings without quotation marks, as people write them.
    private static readonly MessageTemplateTextFormatter Message = new("{Message:l}", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Emit(LogEvent logEvent)
    {
        if (Ambient.Current is not { } ambient)
        {
            return;
        }
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        Message.Format(logEvent, writer);
        var text = writer.ToString();
        if (logEvent.Exception is { } exception)
        {
            ambient.Sink(LogLevel.Verbose, exception.ToString());
            string[] frames = [.. StackText.Of(exception, whole: false).Select(frame => $"  {frame}")];
            text = string.Join('\n', [text, $"{exception.GetType().Name}: {exception.Message}", .. frames]);
        }
        ambient.Sink(LevelOf(logEvent.Level), text);
    }

    private static LogLevel LevelOf(LogEventLevel level) => level switch
    {
        LogEventLevel.Verbose => LogLevel.Verbose,
        LogEventLevel.Debug => LogLevel.Debug,
        LogEventLevel.Information => LogLevel.Information,
        LogEventLevel.Warning => LogLevel.Warning,
        _ => LogLevel.Error,
    };
}
