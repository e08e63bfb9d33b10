namespace Pipelines;

/// <summary>Where a job deploys to, as the CI system knows it. Deployments to one environment queue, none is cancelled.</summary>
/// <param name="Environment">Name of the environment, which has its own secrets and approvals.</param>
public sealed record Deployment(Expr Environment)
{
    /// <summary>Where people find what was deployed.</summary>
    public Expr? Url { get; init; }

    /// <summary>People have to say yes first. Neither system keeps that in its file: <c>VerifySettings</c> writes a script that sets it.</summary>
    public bool NeedsApproval { get; init; }

    /// <summary>The job only looks at the environment: it gets the secrets, and no deployment is recorded.</summary>
    public bool OnlyVisits { get; init; }

    /// <summary>What is deployed stays on the machine of the job's runner, so that no machine will do that is thrown away after the job.</summary>
    public bool StaysOnRunner { get; init; }

    /// <summary>Name of the job that takes the environment down, as for a review app.</summary>
    public string? StoppedBy { get; init; }

    /// <summary>The job takes the environment down.</summary>
    public bool Stops { get; init; }

    /// <summary>When nobody stops it; never unless set. GitHub has no such end: let a scheduled workflow do it there.</summary>
    public TimeSpan? StopsAfter { get; init; }
}
