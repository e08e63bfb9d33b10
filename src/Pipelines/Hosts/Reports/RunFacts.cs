using System.Collections.Immutable;

namespace Pipelines.Hosts.Reports;

/// <summary>What is known of a run before it starts.</summary>
/// <param name="CommandLine">As a person would type it again, masked.</param>
/// <param name="Host">Where its output is read.</param>
/// <param name="Parallel">Targets at the same time, at most.</param>
/// <param name="Versions">Of what it was made with, by name.</param>
internal sealed record RunFacts(string CommandLine, Host Host, int Parallel, ImmutableArray<Figure> Versions);
