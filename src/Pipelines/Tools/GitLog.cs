namespace Pipelines.Tools;

/// <summary>Options of <see cref="Git.Log"/>.</summary>
public sealed record GitLog
{
    /// <summary>Such as <c>v1.0.0..HEAD</c>; the history of the commit unless set.</summary>
    public string? Range { get; init; }

    /// <summary>Such as <c>%H %s</c>.</summary>
    public string? Format { get; init; }

    /// <summary>The newest so many.</summary>
    public int? MaxCount { get; init; }

    /// <summary>Leaves out what merges brought.</summary>
    public bool FirstParent { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Assigned("--format", Format)
        .Option("--max-count", MaxCount)
        .Flag("--first-parent", FirstParent)
        .Word(Range);
}
