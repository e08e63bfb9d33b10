namespace Pipelines.Tests.Execution;

/// <summary>What a run gave and said.</summary>
internal sealed record Ran(BuildResult Result, string Output, string Error)
{
    public TargetStatus Status(string target) => Result.Outcome(target).Status;

    public string? Reason(string target) => Result.Outcome(target).Reason;
}
