using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>What the command line asks of the engine itself.</summary>
internal sealed record EngineOptions
{
    /// <summary>Print targets and parameters, run nothing.</summary>
    public bool Help { get; init; }

    /// <summary>Print the plan in this form, run nothing; null runs.</summary>
    public PlanFormat? Plan { get; init; }

    /// <summary>Print the completion script of this shell, run nothing.</summary>
    public Shell? Completion { get; init; }

    /// <summary>Targets at the same time, at least 1; null leaves it to the engine.</summary>
    public int? Parallel { get; init; }

    /// <summary>Run targets also when nothing changed.</summary>
    public bool NoCache { get; init; }

    /// <summary>Say what changed since the last success of this target, run nothing; null runs.</summary>
    public string? Explain { get; init; }

    /// <summary>Skip what the last run did before it failed.</summary>
    public bool Continue { get; init; }

    /// <summary>Leave what the run did for later jobs, under this name.</summary>
    public string? Job { get; init; }

    /// <summary>Take what these jobs did as done.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>Folder that shares successes with other checkouts, as it was written; null leaves it to the environment.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>How much is told.</summary>
    public Verbosity Verbosity { get; init; } = Verbosity.Normal;

    /// <summary>Targets to leave out; empty leaves out all that were not named, null leaves out none.</summary>
    public ImmutableArray<string>? Skip { get; init; }

    /// <summary>Profiles whose parameter files count, the later over the earlier.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    /// <summary>Root folder in place of the nearest one with <c>.nuke</c>, as it was written.</summary>
    public string? Root { get; init; }

    /// <summary>Leave out the first line.</summary>
    public bool NoLogo { get; init; }
}
