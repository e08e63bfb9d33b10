namespace Pipelines.Tools;

/// <summary>Options of <see cref="Kubectl.Apply"/>.</summary>
public sealed record KubectlApply
{
    /// <summary>The server merges, and tells of conflicts.</summary>
    public bool ServerSide { get; init; }

    /// <summary>Who owns the fields that are set.</summary>
    public string? FieldManager { get; init; }

    /// <summary>Deletes what the files no longer name; needs <see cref="Selector"/>.</summary>
    public bool Prune { get; init; }

    /// <summary>Labels such as <c>app=shop</c>.</summary>
    public string? Selector { get; init; }

    /// <summary><c>server</c> or <c>client</c>: says what would be done.</summary>
    public string? DryRun { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Flag("--server-side", ServerSide)
        .Option("--field-manager", FieldManager)
        .Flag("--prune", Prune)
        .Option("--selector", Selector)
        .Assigned("--dry-run", DryRun);
}
