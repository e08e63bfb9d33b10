using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Targets;

/// <summary>A target's definition as the source shows it.</summary>
/// <param name="Results">The targets whose results its work reads.</param>
/// <param name="IsWhole">The source shows all that the definition says.</param>
internal sealed record TargetSource(IPropertySymbol Property, ImmutableArray<Saying> Sayings, ImmutableArray<Named> Results, bool IsWhole);
