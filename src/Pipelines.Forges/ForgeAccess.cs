namespace Pipelines.Forges;

/// <summary>How a client gets to a repository.</summary>
/// <param name="Api">Root of the REST API, as <see cref="ServerJob.Api"/>.</param>
/// <param name="Repository">With the group or owner, such as <c>shop/cart</c>.</param>
/// <param name="Token">Sent to <paramref name="Api"/> and nowhere else; stands in no message.</param>
public sealed record ForgeAccess(Uri Api, string Repository, Secret Token)
{
    /// <summary>How long is waited, and how often tried.</summary>
    public ForgePatience Patience { get; init; } = new();

    /// <summary>The clock between tries; the machine's unless set.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
