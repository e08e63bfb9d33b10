using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="Helm.Upgrade"/>.</summary>
public sealed record HelmUpgrade
{
    /// <summary>Of the chart; the newest unless set.</summary>
    public string? Version { get; init; }

    /// <summary>Files with values; later ones win.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Single values, as text.</summary>
    public ImmutableSortedDictionary<string, string> Set { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Makes the namespace when it is not there.</summary>
    public bool CreateNamespace { get; init; }

    /// <summary>Goes back when the upgrade fails; waits, too.</summary>
    public bool Atomic { get; init; }

    /// <summary>Until everything is ready.</summary>
    public bool Wait { get; init; }

    /// <summary>Limit of each wait; 5 minutes unless set.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Says what would be done.</summary>
    public bool DryRun { get; init; }

    /// <summary>Revisions that are kept.</summary>
    public int? HistoryMax { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Option("--version", Version)
        .Options("--values", Values)
        .Options("--set-string", Set)
        .Flag("--create-namespace", CreateNamespace)
        .Flag("--atomic", Atomic)
        .Flag("--wait", Wait)
        .Option("--timeout", Timeout)
        .Flag("--dry-run", DryRun)
        .Option("--history-max", HistoryMax);
}
