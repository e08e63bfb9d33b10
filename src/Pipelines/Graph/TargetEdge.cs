namespace Pipelines.Graph;

/// <summary>What a definition says of another target, which is still a delegate.</summary>
internal sealed record TargetEdge(EdgeKind Kind, Delegate Target);
