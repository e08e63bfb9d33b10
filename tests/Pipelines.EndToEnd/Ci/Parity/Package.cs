namespace Pipelines.EndToEnd.Ci.Parity;

/// <summary>What the sample pipeline builds: a typed result that crosses jobs.</summary>
internal sealed record Package(string Version, string Digest);
