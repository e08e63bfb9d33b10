using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.Build"/>.</summary>
public sealed record DotNetBuild
{
    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>Version of what is built.</summary>
    public string? Version { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal Command Command(string project) => DotNet.Run(new CommandWords("build", project)
        .Option("--configuration", Configuration)
        .Flag("--no-restore", NoRestore)
        .Word(Version is null ? null : $"-p:Version={Version}")
        .Properties(Properties));
}
