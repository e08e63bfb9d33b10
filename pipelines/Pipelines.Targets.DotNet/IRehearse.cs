using System.Collections;
using System.Collections.Immutable;
using Pipelines.Targets.DotNet.Rehearsing;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet;

/// <summary>Runs the jobs of a workflow on this machine as CI would, so that what a job forgot to declare is found before the push.</summary>
public interface IRehearse : IGenerateCi
{
    /// <summary>Name of the workflow; needed where there are several.</summary>
    [Parameter("Workflow that Rehearse runs", Name = "workflow")]
    string? RehearsedWorkflow => TryGetValue(() => RehearsedWorkflow);

    /// <summary>Name of a job that is rehearsed with those that it needs; all unless said.</summary>
    [Parameter("Job that Rehearse runs, with those that it needs; all jobs unless said", Name = "only")]
    string? RehearsedJob => TryGetValue(() => RehearsedJob);

    /// <summary>Deployments take place, and are not only planned.</summary>
    [Parameter("Rehearse really deploys, and runs what comes after; it only plans that unless said", Name = "with-deployments")]
    bool RehearsesDeployments => TryGetValue(() => RehearsesDeployments);

    /// <summary>The working copies stay.</summary>
    [Parameter("Rehearse keeps the working copies of its jobs", Name = "keep")]
    bool KeepsWorkingCopies => TryGetValue(() => KeepsWorkingCopies);

    /// <summary>Runs each job by its own command line in a clean working copy, with only what earlier jobs hand over. Nothing is deployed unless asked for.</summary>
    Target Rehearse => _ => _
        .Description("Runs the jobs of a workflow (--workflow) on this machine as CI would, each in a clean working copy")
        .Requires(() => IsPlanned())
        .StopsWithin(TimeSpan.FromSeconds(30)) // Working copies with all that was compiled in them are taken away.
        .Plans(async cancellationToken => RehearsalText.Plan(PlanRehearsal(await RequestAsync(cancellationToken))))
        .Executes(async (run, cancellationToken) =>
        {
            if (!DrawCi(new([.. DefineWorkflows()], CiSystems)).Succeeded)
            {
                throw new TargetFailedException("The workflows have mistakes, so there is nothing to rehearse. './build.sh GenerateCi' tells them.");
            }

            var request = await RequestAsync(cancellationToken);
            var rehearsal = PlanRehearsal(request);
            foreach (var line in RehearsalText.Start(rehearsal, request.Commit, await ChangesAsync(cancellationToken)))
            {
                Log.Information("{Line}", line);
            }

            await using var copies = new WorkingCopies(RootDirectory, RunAsync, KeepsWorkingCopies);
            run.Status("Compiling the build class of what is committed, once for all jobs");
            await copies.PrepareAsync(cancellationToken);
            using var jobs = new RehearsalRun(rehearsal, copies, RunAsync, run.Parallel);
            var outcomes = await jobs.RunAsync(cancellationToken);
            run.Summary("Jobs", RehearsalText.Sum(outcomes));
            if (KeepsWorkingCopies)
            {
                Log.Information("The working copies are in {Folder}", copies.Folder);
            }

            if (RehearsalText.Problem(rehearsal, outcomes) is { } problem)
            {
                throw new TargetFailedException(problem);
            }
        });

    // Whether there is such a workflow and job is asked before anything runs; neither depends on the commit.
    private bool IsPlanned()
    {
        _ = PlanRehearsal(Asked());
        return true;
    }

    private async Task<RehearsalRequest> RequestAsync(CancellationToken cancellationToken) => Asked() with
    {
        Commit = (await RunAsync(Git.RevParse(), cancellationToken)).Output[0],
        Branch = (await RunAsync(Git.Query("rev-parse", "--abbrev-ref", "HEAD"), cancellationToken)).Output[0],
    };

    private RehearsalRequest Asked() => new([.. DefineWorkflows()])
    {
        Workflow = RehearsedWorkflow,
        Job = RehearsedJob,
        WithDeployments = RehearsesDeployments,
        Machine = OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "macos" : "ubuntu",
        Environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().ToImmutableDictionary(entry => (string)entry.Key, entry => (string)entry.Value!, StringComparer.Ordinal),
    };

    private async Task<ImmutableArray<string>> ChangesAsync(CancellationToken cancellationToken) =>
        [.. (await RunAsync(Git.Status(), cancellationToken)).Output.Select(line => line[3..])];
}
