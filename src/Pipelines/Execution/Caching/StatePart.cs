namespace Pipelines.Execution.Caching;

/// <summary>One thing that a target depends on.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The path from the root, or the name.</param>
/// <param name="Hash">Of its content; values are kept in no other form.</param>
internal sealed record StatePart(StateKind Kind, string Name, string Hash);
