using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="Docker.Build"/>.</summary>
public sealed record DockerBuild
{
    /// <summary>The Dockerfile; the one of the context unless set.</summary>
    public AbsolutePath? File { get; init; }

    /// <summary>Names of the image, such as <c>registry/shop:1.2.3</c>.</summary>
    public ImmutableArray<string> Tags { get; init; } = [];

    /// <summary>Facts that stay with the image, such as <c>org.opencontainers.image.revision</c>.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Values of <c>ARG</c>; never secrets, as they stay in the image.</summary>
    public ImmutableSortedDictionary<string, string> Arguments { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Secrets for <c>RUN --mount=type=secret</c>, such as <c>id=key,env=KEY</c>; none stays in the image.</summary>
    public ImmutableArray<string> Secrets { get; init; } = [];

    /// <summary>The stage to stop at.</summary>
    public string? Target { get; init; }

    /// <summary>Such as <c>linux/arm64</c>; of this machine unless set.</summary>
    public ImmutableArray<string> Platforms { get; init; } = [];

    /// <summary>Asks for newer base images.</summary>
    public bool Pull { get; init; }

    /// <summary>Repeats every step.</summary>
    public bool NoCache { get; init; }

    /// <summary>Where results of steps come from.</summary>
    public ImmutableArray<string> CacheFrom { get; init; } = [];

    /// <summary>Where results of steps go; needs buildx.</summary>
    public ImmutableArray<string> CacheTo { get; init; } = [];

    /// <summary>Gets digest and names as JSON; needs buildx.</summary>
    public AbsolutePath? MetadataFile { get; init; }

    /// <summary>Sends the image when it is built; needs buildx.</summary>
    public bool Push { get; init; }

    /// <summary>Gives the image to the local engine; needs buildx.</summary>
    public bool Load { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Option("--file", File?.ToString())
        .Options("--tag", Tags)
        .Options("--label", Labels)
        .Options("--build-arg", Arguments)
        .Options("--secret", Secrets)
        .Option("--target", Target)
        .Joined("--platform", Platforms)
        .Flag("--pull", Pull)
        .Flag("--no-cache", NoCache)
        .Options("--cache-from", CacheFrom)
        .Options("--cache-to", CacheTo)
        .Option("--metadata-file", MetadataFile?.ToString())
        .Flag("--push", Push)
        .Flag("--load", Load);
}
