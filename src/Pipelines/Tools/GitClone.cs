namespace Pipelines.Tools;

/// <summary>Options of <see cref="Git.Clone"/>.</summary>
public sealed record GitClone
{
    /// <summary>A branch or tag; the default branch unless set.</summary>
    public string? Branch { get; init; }

    /// <summary>So many commits of the history; all unless set.</summary>
    public int? Depth { get; init; }

    /// <summary>Leaves the other branches out.</summary>
    public bool SingleBranch { get; init; }

    /// <summary>Takes submodules along.</summary>
    public bool Submodules { get; init; }

    /// <summary>Writes no files of the commit.</summary>
    public bool NoCheckout { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Option("--branch", Branch)
        .Option("--depth", Depth)
        .Flag("--single-branch", SingleBranch)
        .Flag("--recurse-submodules", Submodules)
        .Flag("--no-checkout", NoCheckout);
}
