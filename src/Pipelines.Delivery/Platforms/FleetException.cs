namespace Pipelines.Delivery.Platforms;

/// <summary>The platform could not be read or changed just now; evidence of nothing, worth another try.</summary>
public sealed class FleetException(string message, Exception? cause = null) : Exception(message, cause);
