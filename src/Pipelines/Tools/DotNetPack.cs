using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.Pack"/>.</summary>
public sealed record DotNetPack
{
    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>The project was compiled before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>Folder that gets the result; the project decides unless set.</summary>
    public AbsolutePath? Output { get; init; }

    /// <summary>Version of what is built.</summary>
    public string? Version { get; init; }

    /// <summary>Makes a package with symbols, too.</summary>
    public bool IncludeSymbols { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public MSBuildVerbosity? Verbosity { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal Command Command(string project) => DotNet.Run(new CommandWords("pack", project)
        .Option("--configuration", Configuration)
        .Flag("--no-restore", NoRestore)
        .Flag("--no-build", NoBuild)
        .Option("--output", Output?.ToString())
        .Flag("--include-symbols", IncludeSymbols)
        .Word(Version is null ? null : $"-p:Version={Version}")
        .Verbosity(Verbosity)
        .Properties(Properties));
}
