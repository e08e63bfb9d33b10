using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="Docker.ComposeUp"/>.</summary>
public sealed record DockerCompose
{
    /// <summary>Compose files; the one of the folder unless set.</summary>
    public ImmutableArray<string> Files { get; init; } = [];

    /// <summary>Name of the whole; the folder unless set.</summary>
    public string? ProjectName { get; init; }

    /// <summary>Parts that are left out unless asked for.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    /// <summary>Values for the compose file.</summary>
    public AbsolutePath? EnvironmentFile { get; init; }

    internal CommandWords Words(CommandWords words) => words
        .Options("--file", Files)
        .Option("--project-name", ProjectName)
        .Options("--profile", Profiles)
        .Option("--env-file", EnvironmentFile?.ToString());
}
