namespace Pipelines.Delivery.Stages;

/// <summary>How an instance ended by itself.</summary>
/// <param name="Code">Exit code, or 128 and the signal's number.</param>
/// <param name="Output">Last line it wrote; empty for none.</param>
public sealed record InstanceExit(int Code, string Output);
