using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet run</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetRunSettings : ToolSettings
{
    /// <summary>Solution or project; the one in the working folder unless set.</summary>
    public string? ProjectFile { get; init; }

    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Such as <c>net10.0</c>; every framework of the project unless set.</summary>
    public string? Framework { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>The project was compiled before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>A profile of <c>launchSettings.json</c>.</summary>
    public string? LaunchProfile { get; init; }

    /// <summary>Given to the program, one item an argument.</summary>
    public ImmutableArray<string> ApplicationArguments { get; init; } = [];

    /// <inheritdoc/>
    protected override Command Command => DotNet.Run(ProjectFile ?? ".", new()
    {
        Configuration = Configuration,
        Framework = Framework,
        NoRestore = NoRestore,
        NoBuild = NoBuild,
        LaunchProfile = LaunchProfile,
        Arguments = ApplicationArguments,
    });
}
