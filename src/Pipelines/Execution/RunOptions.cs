namespace Pipelines.Execution;

/// <summary>How a plan is carried out.</summary>
internal sealed record RunOptions
{
    /// <summary>Targets at the same time, at least 1.</summary>
    public required int Parallel { get; init; }

    /// <summary>Targets run also when nothing changed; what they do is still remembered.</summary>
    public bool NoCache { get; init; }

    /// <summary>Only answers are asked for, so that queries write raw text.</summary>
    public bool OnlyAnswers { get; init; }

    /// <summary>What assured targets have, all together, after the run was cancelled; 5 minutes unless set.</summary>
    public TimeSpan CleanupLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What work has to stop after it was told to, before it is left behind, unless the target says otherwise; 1.5 seconds unless set.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(1.5);
}
