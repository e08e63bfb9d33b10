using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.Run(string, DotNetRun?)"/>.</summary>
public sealed record DotNetRun
{
    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Such as <c>net10.0</c>; needed where a project has several.</summary>
    public string? Framework { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>The project was compiled before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>A profile of <c>launchSettings.json</c>; the first one unless set.</summary>
    public string? LaunchProfile { get; init; }

    /// <summary>Given to the program.</summary>
    public ImmutableArray<string> Arguments { get; init; } = [];

    internal Command Command(string project) => DotNet.Run(new CommandWords("run")
        .Option("--project", project)
        .Option("--configuration", Configuration)
        .Option("--framework", Framework)
        .Flag("--no-restore", NoRestore)
        .Flag("--no-build", NoBuild)
        .Option("--launch-profile", LaunchProfile)
        .Word("--")
        .Words(Arguments));
}
