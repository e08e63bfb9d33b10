#pragma warning disable IDE0130 // Build classes that come from NUKE say "using Serilog;", and find it here.
using Pipelines;

namespace Serilog;

/// <summary>
/// Tells the run what a target does, in Serilog's words and templates: <c>Log.Information("Packed {Count} packages", 3)</c>.
/// Each line is masked and belongs to the target that runs in the calling flow; outside a run nothing is written.
/// </summary>
public static class Log
{
    /// <summary>Shown with <c>--verbosity verbose</c>, always kept in the run's log.</summary>
    public static void Verbose(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Verbose, exception: null, template, values);

    /// <inheritdoc cref="Verbose"/>
    public static void Debug(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Debug, exception: null, template, values);

    /// <inheritdoc cref="Error(Exception?, string, ReadOnlySpan{object?})"/>
    public static void Debug(Exception? exception, string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Debug, exception, template, values);

    /// <summary>Shown unless <c>--verbosity quiet</c>.</summary>
    public static void Information(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Information, exception: null, template, values);

    /// <summary>Always shown, and marked.</summary>
    public static void Warning(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Warning, exception: null, template, values);

    /// <inheritdoc cref="Error(Exception?, string, ReadOnlySpan{object?})"/>
    public static void Warning(Exception? exception, string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Warning, exception, template, values);

    /// <summary>Always shown, and marked; does not fail the target by itself.</summary>
    public static void Error(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Error, exception: null, template, values);

    /// <summary>The same with an exception: its message and the frames of the build; with <c>--verbosity verbose</c>, and in the run's log, all of it.</summary>
    public static void Error(Exception? exception, string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Error, exception, template, values);

    /// <inheritdoc cref="Error(string, ReadOnlySpan{object?})"/>
    public static void Fatal(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Error, exception: null, template, values);

    /// <inheritdoc cref="Error(Exception?, string, ReadOnlySpan{object?})"/>
    public static void Fatal(Exception? exception, string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Error, exception, template, values);

    private static void Write(LogLevel level, Exception? exception, string template, ReadOnlySpan<object?> values)
    {
        if (Ambient.Current is not { } ambient)
        {
            return;
        }
        var text = MessageTemplate.Render(template, values);
        if (exception is not null)
        {
            ambient.Sink(LogLevel.Verbose, exception.ToString());
            string[] frames = [.. StackText.Of(exception, whole: false).Select(frame => $"  {frame}")];
            text = string.Join('\n', [text, $"{exception.GetType().Name}: {exception.Message}", .. frames]);
        }
        ambient.Sink(level, text);
    }
}
