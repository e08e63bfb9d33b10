namespace Pipelines.Tools;

/// <summary>Options of <see cref="Git.Fetch"/>.</summary>
public sealed record GitFetch
{
    /// <summary>Takes all tags along.</summary>
    public bool Tags { get; init; }

    /// <summary>Forgets remote branches that are gone.</summary>
    public bool Prune { get; init; }

    /// <summary>Gets the whole history of a clone that has not got it; fails where it is there already.</summary>
    public bool Unshallow { get; init; }

    /// <summary>So many commits of the history.</summary>
    public int? Depth { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Flag("--tags", Tags)
        .Flag("--prune", Prune)
        .Flag("--unshallow", Unshallow)
        .Option("--depth", Depth);
}
