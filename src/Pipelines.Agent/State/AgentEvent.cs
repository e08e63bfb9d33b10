namespace Pipelines.Agent.State;

/// <summary>Something the agent did or saw by itself, for the log <c>events</c>; what does not apply is left out.</summary>
internal sealed record AgentEvent(string Event)
{
    public DateTimeOffset At { get; init; }

    public string? Release { get; init; }

    public int? Index { get; init; }

    public int? Pid { get; init; }

    public int? Port { get; init; }

    public int? Code { get; init; }

    public string? Reason { get; init; }

    public long? Epoch { get; init; }

    public Holder? Holder { get; init; }

    public IReadOnlyDictionary<string, decimal>? Weights { get; init; }
}
