namespace Pipelines;

/// <summary>
/// Tells the run what a target does, in Serilog's templates: <c>Log.Information("Packed {Count} packages", 3)</c>.
/// Each line is masked and belongs to the target that runs in the calling flow; outside a run nothing is written.
/// </summary>
public static class Log
{
    /// <summary>Shown with <c>--verbosity verbose</c>, always kept in the run's log.</summary>
    public static void Verbose(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Verbose, template, values);

    /// <inheritdoc cref="Verbose"/>
    public static void Debug(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Debug, template, values);

    /// <summary>Shown unless <c>--verbosity quiet</c>.</summary>
    public static void Information(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Information, template, values);

    /// <summary>Always shown, and marked.</summary>
    public static void Warning(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Warning, template, values);

    /// <summary>Always shown, and marked; does not fail the target by itself.</summary>
    public static void Error(string template, params ReadOnlySpan<object?> values) => Write(LogLevel.Error, template, values);

    private static void Write(LogLevel level, string template, ReadOnlySpan<object?> values)
    {
        if (Ambient.Current is { } ambient)
        {
            ambient.Sink(level, MessageTemplate.Render(template, values));
        }
    }
}
