using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet pack</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetPackSettings : ToolSettings
{
    /// <summary>Solution or project; the one in the working folder unless set.</summary>
    public string? Project { get; init; }

    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>The project was compiled before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>Folder that gets the result, from the root; the project decides unless set.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>Makes a package with symbols, too.</summary>
    public bool IncludeSymbols { get; init; }

    /// <summary>Version of what is built.</summary>
    public string? Version { get; init; }

    /// <summary>The version that other assemblies refer to.</summary>
    public string? AssemblyVersion { get; init; }

    /// <summary>The version of the file.</summary>
    public string? FileVersion { get; init; }

    /// <summary>The version that people read.</summary>
    public string? InformationalVersion { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public DotNetVerbosity? Verbosity { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <inheritdoc/>
    protected override Command Command => DotNet.Pack(Project ?? ".", new()
    {
        Configuration = Configuration,
        NoRestore = NoRestore,
        NoBuild = NoBuild,
        Output = Rooted.Path(OutputDirectory),
        IncludeSymbols = IncludeSymbols,
        Version = Version,
        Verbosity = Rooted.Verbosity(Verbosity),
        Properties = Properties.WithVersions(AssemblyVersion, FileVersion, InformationalVersion),
    });
}
