namespace Pipelines.Tools;

/// <summary>Options of <see cref="Git.Commit"/>.</summary>
public sealed record GitCommit
{
    /// <summary>Takes changed and deleted files along that git knows.</summary>
    public bool All { get; init; }

    /// <summary>Commits where nothing changed, too.</summary>
    public bool AllowEmpty { get; init; }

    /// <summary>As <c>Name &lt;address&gt;</c>; the configured one unless set.</summary>
    public string? Author { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Flag("--all", All)
        .Flag("--allow-empty", AllowEmpty)
        .Option("--author", Author);
}
