using System.Collections.Immutable;

namespace Pipelines.Targets.DotNet.Security;

/// <summary>What was found in files.</summary>
/// <param name="Findings">A place each.</param>
/// <param name="Allowed">How many more are allowed.</param>
/// <param name="Unused">Entries of the allow-list that allow nothing any more.</param>
/// <param name="Files">How many files were read.</param>
/// <param name="NotRead">Files that were not read, as they are binary or too large.</param>
internal sealed record SecretFindings(ImmutableArray<SecurityFinding> Findings, int Allowed, ImmutableArray<string> Unused, int Files, int NotRead);
