using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Reporting;
using Pipelines.Forges;

namespace Pipelines.Targets.Delivery.Posting;

/// <summary>The rollout as a deployment of the forge, with a status for its begin and its end.</summary>
/// <param name="forge">Where.</param>
/// <param name="job">Which job posts.</param>
internal sealed class DeploymentPost(IForge forge, ServerJob job)
{
    private readonly Dictionary<string, long> _begun = new(StringComparer.Ordinal);

    public async Task PostAsync(StageReport report, CancellationToken cancellationToken)
    {
        // What never began is none, and one that the server records by itself ends with the job.
        if (report.Plan.IsEmpty || job.Environment == report.Stage)
        {
            return;
        }
        var place = new DeploymentPlace(report.Stage, report.Release is { Commit.Length: > 0 } release ? release.Commit : job.Commit)
        {
            Reference = job.Tag ?? job.Branch,
            IsTag = job.Tag is not null,
            Log = job.Page,
            Run = job.Run,
        };
        if (!_begun.TryGetValue(report.Stage, out var deployment))
        {
            _begun[report.Stage] = deployment = await forge.BeginDeploymentAsync(place, cancellationToken);
        }
        if (report.HasEnded)
        {
            // The next rollout to the stage is another deployment.
            _begun.Remove(report.Stage);
            var address = report.Url is { IsLoopback: false } url ? url : null;
            await forge.SetDeploymentAsync(deployment, place, State(report), report.Message, address, cancellationToken);
        }
    }

    private static DeploymentState State(StageReport report) => report switch
    {
        { ExitCode: ExitCodes.Success } => DeploymentState.Success,
        { Outcome: Outcome.RolledBack, IsRejected: true } => DeploymentState.Failure,
        { Outcome: Outcome.RolledBack } => DeploymentState.Inactive,
        _ => DeploymentState.Error,
    };
}
