namespace Pipelines.Forges;

/// <summary>What a client puts up with before it gives up.</summary>
public sealed record ForgePatience
{
    /// <summary>Tries of one request, from 2; 4 unless set.</summary>
    public int Tries { get; init; } = 4;

    /// <summary>Wait before the second try, doubled with each after it; 1 second unless set.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The longest wait that a server may ask for; one that asks for more is a failure at once. 1 minute unless set.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one answer may take; 20 seconds unless set.</summary>
    public TimeSpan AnswerTime { get; init; } = TimeSpan.FromSeconds(20);
}
