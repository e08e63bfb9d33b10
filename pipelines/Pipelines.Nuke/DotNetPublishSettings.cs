using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet publish</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetPublishSettings : ToolSettings
{
    /// <summary>Solution or project; the one in the working folder unless set.</summary>
    public string? Project { get; init; }

    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>The project was compiled before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>Such as <c>net10.0</c>; every framework of the project unless set.</summary>
    public string? Framework { get; init; }

    /// <summary>Runtime identifier such as <c>linux-x64</c>.</summary>
    public string? Runtime { get; init; }

    /// <summary>Takes the runtime along; needs a runtime.</summary>
    public bool SelfContained { get; init; }

    /// <summary>Folder that gets the result, from the root; the project decides unless set.</summary>
    public string? Output { get; init; }

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
    protected override Command Command => DotNet.Publish(Project ?? ".", new()
    {
        Configuration = Configuration,
        NoRestore = NoRestore,
        NoBuild = NoBuild,
        Framework = Framework,
        Runtime = Runtime,
        SelfContained = SelfContained,
        Output = Rooted.Path(Output),
        Version = Version,
        Verbosity = Rooted.Verbosity(Verbosity),
        Properties = Properties.WithVersions(AssemblyVersion, FileVersion, InformationalVersion),
    });
}
