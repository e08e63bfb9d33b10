namespace Pipelines.Graph;

/// <summary>One <c>Executes</c> of a target; gives the typed result, or null.</summary>
internal delegate Task<object?> TargetWork(ITargetRun run, CancellationToken cancellationToken);
