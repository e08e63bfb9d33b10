using System.Collections.Immutable;

namespace Pipelines;

/// <summary>The jobs of a workflow as they run on this machine.</summary>
/// <param name="Workflow">Its name.</param>
/// <param name="Jobs">Each after those that it needs; a job that runs several times has one for each time.</param>
public sealed record Rehearsal(string Workflow, ImmutableArray<RehearsedJob> Jobs);
