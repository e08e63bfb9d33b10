namespace Pipelines.Tools;

/// <summary>Options of <see cref="Git.Push"/>.</summary>
public sealed record GitPush
{
    /// <summary>Sends all tags along.</summary>
    public bool Tags { get; init; }

    /// <summary>The branch follows the remote one from then on.</summary>
    public bool SetUpstream { get; init; }

    /// <summary>Replaces the remote branch, if it is still as we saw it last.</summary>
    public bool ForceWithLease { get; init; }

    /// <summary>Says what would be sent.</summary>
    public bool DryRun { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Flag("--tags", Tags)
        .Flag("--set-upstream", SetUpstream)
        .Flag("--force-with-lease", ForceWithLease)
        .Flag("--dry-run", DryRun);
}
