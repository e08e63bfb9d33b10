using System.Collections.Immutable;

namespace Pipelines.EndToEnd.Ci;

/// <summary>A pipeline that was executed.</summary>
/// <param name="ExitCode">0 when it succeeded.</param>
/// <param name="Jobs">What became of its jobs; on GitLab only of those that ran.</param>
/// <param name="Log">All that was printed.</param>
internal sealed record CiRun(int ExitCode, ImmutableArray<CiJob> Jobs, string Log)
{
    /// <summary>The job of a name; <c>skipped</c> when it did not run.</summary>
    public CiJob this[string job] => Jobs.FirstOrDefault(one => one.Job == job) ?? new CiJob(job, "skipped");

    public override string ToString() => $"exit code {ExitCode}: {string.Join(", ", Jobs.Select(job => $"{job.Job} {job.Result}"))}\n{Log}";
}
