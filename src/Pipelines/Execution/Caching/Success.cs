using System.Collections.Immutable;

namespace Pipelines.Execution.Caching;

/// <summary>What came of the work of a target, beside its outputs.</summary>
/// <param name="Run">Id of the run.</param>
/// <param name="Figures">What it said in the summary.</param>
/// <param name="Warnings">What it warned of.</param>
/// <param name="Result">Its typed result as JSON; null for none.</param>
internal sealed record Success(string Run, ImmutableArray<Figure> Figures, ImmutableArray<string> Warnings, string? Result);
