using System.Collections.Immutable;

namespace Pipelines.Targets.DotNet.Security;

/// <summary>What is known against the packages.</summary>
/// <param name="Findings">A package with an advisory each, at the project that uses it.</param>
/// <param name="NotChecked">Why nothing was checked, a reason each; empty when it was. Without findings and without reasons the packages are clean.</param>
/// <param name="Projects">How many projects were asked about.</param>
internal sealed record PackageFindings(ImmutableArray<SecurityFinding> Findings, ImmutableArray<string> NotChecked, int Projects);
