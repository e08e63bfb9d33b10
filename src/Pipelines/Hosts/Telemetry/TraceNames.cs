namespace Pipelines.Hosts.Telemetry;

/// <summary>Names in traces: OpenTelemetry's conventions for pipelines and processes where they have a word, and ours where not.</summary>
internal static class TraceNames
{
    public const string Source = "Pipelines";
    public const string RunName = "cicd.pipeline.name";
    public const string RunId = "cicd.pipeline.run.id";
    public const string RunResult = "cicd.pipeline.result";
    public const string TargetName = "cicd.pipeline.task.name";
    public const string TargetResult = "cicd.pipeline.task.run.result";
    public const string Reason = "pipelines.reason";
    public const string ExitCode = "process.exit.code";
    public const string Program = "process.executable.name";
    public const string CommandLine = "process.command_line";
    public const string TryFailed = "try failed";
}
