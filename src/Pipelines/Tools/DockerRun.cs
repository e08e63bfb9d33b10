using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="Docker.Run"/>.</summary>
public sealed record DockerRun
{
    /// <summary>Name of the container.</summary>
    public string? Name { get; init; }

    /// <summary>Does not wait for its end.</summary>
    public bool Detach { get; init; }

    /// <summary>Deletes the container when it ends.</summary>
    public bool Remove { get; init; }

    /// <summary>Ports such as <c>127.0.0.1:8080:80</c>.</summary>
    public ImmutableArray<string> Publish { get; init; } = [];

    /// <summary>Variables; secrets go by <see cref="Command.WithSecretVariable"/> and <see cref="EnvironmentNames"/>.</summary>
    public ImmutableSortedDictionary<string, string> Environment { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Variables that are taken from the command's own environment.</summary>
    public ImmutableArray<string> EnvironmentNames { get; init; } = [];

    /// <summary>Such as <c>data:/var/lib/data:ro</c>.</summary>
    public ImmutableArray<string> Volumes { get; init; } = [];

    /// <summary>The network to join.</summary>
    public string? Network { get; init; }

    /// <summary>Facts that stay with the container.</summary>
    public ImmutableSortedDictionary<string, string> Labels { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Such as <c>1000:1000</c>.</summary>
    public string? User { get; init; }

    /// <summary>Folder within the container.</summary>
    public string? Workdir { get; init; }

    /// <summary>The files of the image cannot be changed.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Such as <c>unless-stopped</c>.</summary>
    public string? Restart { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Option("--name", Name)
        .Flag("--detach", Detach)
        .Flag("--rm", Remove)
        .Options("--publish", Publish)
        .Options("--env", Environment)
        .Options("--env", EnvironmentNames)
        .Options("--volume", Volumes)
        .Option("--network", Network)
        .Options("--label", Labels)
        .Option("--user", User)
        .Option("--workdir", Workdir)
        .Flag("--read-only", ReadOnly)
        .Option("--restart", Restart);
}
