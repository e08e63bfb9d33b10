namespace Pipelines.EndToEnd.Harness;

/// <summary>A release's share of the traffic in <c>Status --json</c>.</summary>
/// <param name="Version">Of the release.</param>
/// <param name="Digest">Of the release.</param>
/// <param name="Percent">From 0 to 100.</param>
internal sealed record WeightStatus(string Version, string Digest, double Percent);
