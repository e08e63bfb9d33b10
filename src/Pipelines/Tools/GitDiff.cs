namespace Pipelines.Tools;

/// <summary>Options of <see cref="Git.Diff"/>.</summary>
public sealed record GitDiff
{
    /// <summary>Names of changed files in place of the changes.</summary>
    public bool NameOnly { get; init; }

    /// <summary>What the next commit holds.</summary>
    public bool Cached { get; init; }

    /// <summary>Counts in place of the changes.</summary>
    public bool Stat { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Flag("--name-only", NameOnly)
        .Flag("--cached", Cached)
        .Flag("--stat", Stat);
}
