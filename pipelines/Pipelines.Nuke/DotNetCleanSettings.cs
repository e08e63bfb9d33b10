using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet clean</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetCleanSettings : ToolSettings
{
    /// <summary>Solution or project; the one in the working folder unless set.</summary>
    public string? Project { get; init; }

    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Such as <c>net10.0</c>; every framework of the project unless set.</summary>
    public string? Framework { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public DotNetVerbosity? Verbosity { get; init; }

    /// <inheritdoc/>
    protected override Command Command => DotNet.Clean(Project ?? ".", new()
    {
        Configuration = Configuration,
        Framework = Framework,
        Verbosity = Rooted.Verbosity(Verbosity),
    });
}
