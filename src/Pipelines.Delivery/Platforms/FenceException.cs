namespace Pipelines.Delivery.Platforms;

/// <summary>A change was refused because the lease behind it ended or another process wrote first; whoever gets it stops writing.</summary>
public sealed class FenceException(string message) : Exception(message);
