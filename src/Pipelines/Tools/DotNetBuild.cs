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

    /// <summary>Such as <c>net10.0</c>; every framework of the project unless set.</summary>
    public string? Framework { get; init; }

    /// <summary>Runtime identifier such as <c>linux-x64</c>; portable unless set.</summary>
    public string? Runtime { get; init; }

    /// <summary>Folder that gets the result; the project decides unless set, and for a solution it must not be set.</summary>
    public AbsolutePath? Output { get; init; }

    /// <summary>Compiles what is up to date, too.</summary>
    public bool NoIncremental { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public MSBuildVerbosity? Verbosity { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal Command Command(string project) => DotNet.Run(new CommandWords("build", project)
        .Option("--configuration", Configuration)
        .Flag("--no-restore", NoRestore)
        .Option("--framework", Framework)
        .Option("--runtime", Runtime)
        .Option("--output", Output?.ToString())
        .Flag("--no-incremental", NoIncremental)
        .Word(Version is null ? null : $"-p:Version={Version}")
        .Verbosity(Verbosity)
        .Properties(Properties));
}
