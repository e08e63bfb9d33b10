using System.Collections.Immutable;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet.Rehearsing;

/// <summary>Runs the jobs of a rehearsal: each after those it needs, as many at a time as allowed.</summary>
internal sealed class RehearsalRun(Rehearsal rehearsal, WorkingCopies copies, Func<Command, CancellationToken, Task<CommandResult>> run, int parallel) : IDisposable
{
    // A job is no job of the CI server that a rehearsal may itself run on.
    private static readonly string[] OfServers = ["GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITLAB_CI", "CI_NODE_INDEX", "CI_NODE_TOTAL"];

    private readonly SemaphoreSlim _places = new(Math.Max(1, parallel));
    private readonly int _width = RehearsalText.Width(rehearsal);

    public void Dispose() => _places.Dispose();

    /// <summary>Tells each end as it comes.</summary>
    public async Task<ImmutableArray<JobOutcome>> RunAsync(CancellationToken cancellationToken)
    {
        var jobs = new List<(RehearsedJob Job, Task<JobOutcome> End)>();
        foreach (var job in rehearsal.Jobs)
        {
            var needs = jobs.Where(other => job.Needs.Contains(other.Job.Job, StringComparer.Ordinal)).Select(other => other.End).ToList();
            jobs.Add((job, EndAsync(job, needs, cancellationToken)));
        }

        return [.. await Task.WhenAll(jobs.Select(job => job.End))];
    }

    private async Task<JobOutcome> EndAsync(RehearsedJob job, IReadOnlyList<Task<JobOutcome>> needs, CancellationToken cancellationToken)
    {
        var before = await Task.WhenAll(needs);
        var outcome = Unstarted(job, before);
        if (outcome is null)
        {
            await _places.WaitAsync(cancellationToken);
            try
            {
                outcome = await WorkAsync(job, cancellationToken);
            }
            finally
            {
                _places.Release();
            }
        }

        foreach (var line in RehearsalText.Lines(outcome, _width))
        {
            Log.Information("{Line}", line);
        }

        return outcome;
    }

    private static JobOutcome? Unstarted(RehearsedJob job, JobOutcome[] before)
    {
        var failed = before.FirstOrDefault(need => need.HoldsUp);
        return job switch
        {
            { LeftOut: { } reason } => new(job, JobEnd.LeftOut) { Reason = reason },
            { Start: JobStart.AfterFailure } when !before.Any(need => need.End == JobEnd.Failed) => new(job, JobEnd.LeftOut) { Reason = "nothing that it needs failed" },
            { Start: JobStart.AfterSuccess or JobStart.ByHand } when failed is not null => new(job, JobEnd.Held) { Reason = $"'{failed.Job.Name}' {(failed.End == JobEnd.Failed ? "failed" : "did not run")}" },
            _ => null,
        };
    }

    private async Task<JobOutcome> WorkAsync(RehearsedJob job, CancellationToken cancellationToken)
    {
        var folder = await copies.OpenAsync(job, cancellationToken);
        var command = Command.Of("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", job.Line) with
        {
            WorkingDirectory = folder,
            Environment = job.Variables.ToImmutableSortedDictionary(variable => variable.Key, string? (variable) => variable.Value, StringComparer.Ordinal)
                .SetItem("CI", "true").SetItems(OfServers.Select(name => KeyValuePair.Create(name, (string?)null))),
            Timeout = job.Timeout,
            SuccessCodes = [],
            Quiet = true,
        };
        try
        {
            var result = await run(command, cancellationToken);
            return new(job, result.ExitCode != 0 ? Failure(job) : job.OnlyPlans is null ? JobEnd.Succeeded : JobEnd.Planned)
            {
                Duration = result.Duration,
                Lines = [.. result.Output, .. result.Error],
                Reason = result.ExitCode == 0 ? null : $"exit code {result.ExitCode}",
            };
        }
        catch (TargetFailedException exception)
        {
            return new(job, Failure(job)) { Duration = job.Timeout, Lines = [.. exception.Message.Split('\n')], Reason = "it did not come to an end" };
        }
        finally
        {
            copies.Close(job);
        }
    }

    private static JobEnd Failure(RehearsedJob job) => job.MayFail ? JobEnd.FailedAsAllowed : JobEnd.Failed;
}
