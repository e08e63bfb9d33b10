namespace Pipelines.Tools;

/// <summary>Options of <see cref="Npm.Publish"/>.</summary>
public sealed record NpmPublish
{
    /// <summary>Such as <c>next</c>; <c>latest</c> unless set.</summary>
    public string? Tag { get; init; }

    /// <summary><c>public</c> or <c>restricted</c>.</summary>
    public string? Access { get; init; }

    /// <summary>Address of the registry; the configured one unless set.</summary>
    public string? Registry { get; init; }

    /// <summary>Proves where it was built; needs a CI server that can.</summary>
    public bool Provenance { get; init; }

    /// <summary>Says what would be sent.</summary>
    public bool DryRun { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Option("--tag", Tag)
        .Option("--access", Access)
        .Option("--registry", Registry)
        .Flag("--provenance", Provenance)
        .Flag("--dry-run", DryRun);
}
