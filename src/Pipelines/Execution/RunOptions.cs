using System.Collections.ObjectModel;
using Pipelines.Execution.Continuing;

namespace Pipelines.Execution;

/// <summary>How a plan is carried out.</summary>
internal sealed record RunOptions
{
    /// <summary>Targets at the same time, at least 1.</summary>
    public required int Parallel { get; init; }

    /// <summary>Targets run also when nothing changed; what they do is still remembered.</summary>
    public bool NoCache { get; init; }

    /// <summary>A folder beside the checkout's own where successes are looked for and kept; from the root unless rooted. Null is none.</summary>
    public string? SharedCache { get; init; }

    /// <summary>Where the run leaves what it did; null keeps nothing.</summary>
    public AbsolutePath? Folder { get; init; }

    /// <summary>What must stay the same for the run to be continued.</summary>
    public RunIdentity? Identity { get; init; }

    /// <summary>The failed run that this one goes on with; null begins anew.</summary>
    public FailedRun? Continued { get; init; }

    /// <summary>Results that earlier jobs gave, as JSON by target.</summary>
    public IReadOnlyDictionary<string, string> Given { get; init; } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>Name under which the run leaves what it did for later jobs; null leaves nothing.</summary>
    public string? Job { get; init; }

    public string RunId => Folder?.Name ?? "without a log";

    /// <summary>Only answers are asked for, so that queries write raw text.</summary>
    public bool OnlyAnswers { get; init; }

    /// <summary>Called once, before the first target works; never in a run that has nothing to do.</summary>
    public Action BeforeWork { get; init; } = () => { };

    /// <summary>What assured targets have, all together, after the run was cancelled; 5 minutes unless set.</summary>
    public TimeSpan CleanupLimit { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>What work has to stop after it was told to, before it is left behind, unless the target says otherwise; 1.5 seconds unless set.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(1.5);
}
