using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="Helm.Template"/>.</summary>
public sealed record HelmTemplate
{
    /// <summary>Of the chart; the newest unless set.</summary>
    public string? Version { get; init; }

    /// <summary>Files with values; later ones win.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Single values, as text.</summary>
    public ImmutableSortedDictionary<string, string> Set { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Folder that gets the files; standard output unless set.</summary>
    public AbsolutePath? OutputDirectory { get; init; }

    /// <summary>Takes definitions of resources along.</summary>
    public bool IncludeCrds { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Option("--version", Version)
        .Options("--values", Values)
        .Options("--set-string", Set)
        .Option("--output-dir", OutputDirectory?.ToString())
        .Flag("--include-crds", IncludeCrds);
}
