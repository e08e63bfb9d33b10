using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.Publish"/>.</summary>
public sealed record DotNetPublish
{
    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>The project was compiled before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>Folder that gets the result; the project decides unless set.</summary>
    public AbsolutePath? Output { get; init; }

    /// <summary>Runtime identifier such as <c>linux-x64</c>; portable unless set.</summary>
    public string? Runtime { get; init; }

    /// <summary>Takes the runtime along; needs <see cref="Runtime"/>.</summary>
    public bool SelfContained { get; init; }

    /// <summary>Version of what is built.</summary>
    public string? Version { get; init; }

    /// <summary>Such as <c>net10.0</c>; every framework of the project unless set.</summary>
    public string? Framework { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public MSBuildVerbosity? Verbosity { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal Command Command(string project) => DotNet.Run(new CommandWords("publish", project)
        .Option("--configuration", Configuration)
        .Flag("--no-restore", NoRestore)
        .Flag("--no-build", NoBuild)
        .Option("--output", Output?.ToString())
        .Option("--framework", Framework)
        .Option("--runtime", Runtime)
        .Flag("--self-contained", SelfContained)
        .Word(Version is null ? null : $"-p:Version={Version}")
        .Verbosity(Verbosity)
        .Properties(Properties));
}
