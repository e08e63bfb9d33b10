using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet test</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetTestSettings : ToolSettings
{
    /// <summary>Solution or project; the one in the working folder unless set.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>The project was compiled before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>Such as <c>net10.0</c>; every framework of the project unless set.</summary>
    public string? Framework { get; init; }

    /// <summary>Which tests run; all unless set.</summary>
    public string? Filter { get; init; }

    /// <summary>Folder that gets results, from the root.</summary>
    public string? ResultsDirectory { get; init; }

    /// <summary>Result writers such as <c>trx;LogFileName=unit.trx</c>.</summary>
    public ImmutableArray<string> Loggers { get; init; } = [];

    /// <summary>A data collector such as <c>XPlat Code Coverage</c>.</summary>
    public string? DataCollector { get; init; }

    /// <summary>A <c>.runsettings</c> file, from the root.</summary>
    public string? SettingsFile { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public DotNetVerbosity? Verbosity { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <inheritdoc/>
    protected override Command Command => DotNet.Test(ProjectFile ?? ".", new()
    {
        Configuration = Configuration,
        NoRestore = NoRestore,
        NoBuild = NoBuild,
        Framework = Framework,
        Filter = Filter,
        ResultsDirectory = Rooted.Path(ResultsDirectory),
        Loggers = Loggers,
        Collectors = DataCollector is null ? [] : [DataCollector],
        Settings = Rooted.Path(SettingsFile),
        Verbosity = Rooted.Verbosity(Verbosity),
        Properties = Properties,
    });
}
