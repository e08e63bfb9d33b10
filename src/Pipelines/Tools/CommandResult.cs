using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>How a command ended.</summary>
/// <param name="ExitCode">As the program gave it.</param>
/// <param name="Output">Lines of standard output, in order, unmasked: for reading, not for printing.</param>
/// <param name="Error">Lines of standard error, in order, unmasked.</param>
/// <param name="Duration">From start to exit.</param>
public sealed record CommandResult(int ExitCode, ImmutableArray<string> Output, ImmutableArray<string> Error, TimeSpan Duration);
