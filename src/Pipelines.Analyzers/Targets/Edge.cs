using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Targets;

/// <summary>One target waits for another.</summary>
/// <param name="Carries">The results of the other can be read, too; else it is order only.</param>
internal sealed record Edge(string From, string To, bool Carries, Location Location);
