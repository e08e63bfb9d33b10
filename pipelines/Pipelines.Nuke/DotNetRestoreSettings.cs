using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet restore</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetRestoreSettings : ToolSettings
{
    /// <summary>Solution or project; the one in the working folder unless set.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>Fails when a lock file would change.</summary>
    public bool LockedMode { get; init; }

    /// <summary>Where packages come from, in place of those that are configured.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>A <c>nuget.config</c>, from the root.</summary>
    public string? ConfigFile { get; init; }

    /// <summary>Runtime identifier such as <c>linux-x64</c>.</summary>
    public string? Runtime { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public DotNetVerbosity? Verbosity { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <inheritdoc/>
    protected override Command Command => DotNet.Restore(ProjectFile ?? ".", new()
    {
        LockedMode = LockedMode,
        Sources = Sources,
        ConfigFile = Rooted.Path(ConfigFile),
        Runtime = Runtime,
        Verbosity = Rooted.Verbosity(Verbosity),
        Properties = Properties,
    });
}
