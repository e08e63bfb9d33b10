using System.Collections.Immutable;

namespace Pipelines.Execution.Continuing;

/// <summary>A success of a run that failed.</summary>
/// <param name="Figures">What it said in the summary.</param>
/// <param name="Result">Its typed result as JSON; null for none.</param>
internal sealed record DoneTarget(ImmutableArray<Figure> Figures, string? Result);
