namespace Pipelines.Testing.Fleet;

/// <summary>The deploying process ended here, as by kill -9: nothing after it ran.</summary>
public sealed class KilledException : Exception;
