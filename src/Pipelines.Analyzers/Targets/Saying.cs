using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Targets;

/// <summary>What a definition says of other targets in one word of the vocabulary.</summary>
/// <param name="Word">Such as <c>DependsOn</c>.</param>
/// <param name="Component">The type argument, when there is one.</param>
/// <param name="Targets">Null for one that the source does not show.</param>
internal sealed record Saying(string Word, INamedTypeSymbol? Component, ImmutableArray<Named?> Targets, Location Location);
