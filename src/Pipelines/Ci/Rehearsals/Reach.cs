namespace Pipelines.Ci.Rehearsals;

/// <summary>What jobs can change outside their machine. A rehearsal only plans those that can, and all that comes after a deployment.</summary>
internal sealed class Reach(PlannedWorkflow workflow)
{
    /// <summary>Why the job is only planned; null when nothing outside can come of it.</summary>
    public string? Of(PlannedJob job) => Itself(job) ?? Before(job);

    private static string? Itself(PlannedJob job) => job.Settings switch
    {
        { Deployment: { } deployment } => deployment switch
        {
            { OnlyVisits: true } => $"visits {ExprText.Plain(deployment.Environment)}",
            { Stops: true } => $"takes {ExprText.Plain(deployment.Environment)} down",
            _ => $"deploys to {ExprText.Plain(deployment.Environment)}",
        },
        { Secrets: [var secret, ..] } => $"has the secret {secret}",
        { IdentityToken: { } token } => $"gets a token for {token.Audience}",
        { Permissions: var permissions } when permissions.FirstOrDefault(permission => permission.Writes) is { } right => $"may write {right.Scope}",
        _ => null,
    };

    private string? Before(PlannedJob job) => workflow.Before(job).FirstOrDefault(other => other.Settings.Deployment is not null) is { } deploys
        ? $"comes after '{deploys.Id}'"
        : null;
}
