namespace Pipelines.Delivery.Reporting;

/// <summary>A release's share of the traffic in a report.</summary>
/// <param name="Version">SemVer; empty when the ledger does not know the digest.</param>
/// <param name="Digest">Which release.</param>
/// <param name="Percent">Of the traffic, from 0 to 100.</param>
/// <param name="Ready">Instances that can take traffic.</param>
/// <param name="Desired">Instances that should run.</param>
public sealed record WeightStatus(string Version, string Digest, decimal Percent, int Ready, int Desired)
{
    /// <summary>Version without its build metadata, and short digest.</summary>
    public override string ToString() => $"{Version.Split('+')[0]} ({Digest[..12]})";
}
