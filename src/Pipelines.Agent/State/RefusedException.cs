namespace Pipelines.Agent.State;

/// <summary>A request that the agent does not carry out; the message says what is in the way and the way out.</summary>
internal sealed class RefusedException(int status, string problem) : Exception(problem)
{
    /// <summary>The HTTP status that fits.</summary>
    public int Status { get; } = status;

    /// <summary>The lease in the way, when that is the reason.</summary>
    public Lease? Lease { get; init; }

    /// <summary>The length of the log found, when another was expected.</summary>
    public int? Length { get; init; }
}
