namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.Clean"/>.</summary>
public sealed record DotNetClean
{
    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Such as <c>net10.0</c>; every framework of the project unless set.</summary>
    public string? Framework { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public MSBuildVerbosity? Verbosity { get; init; }

    internal Command Command(string project) => DotNet.Run(new CommandWords("clean", project)
        .Option("--configuration", Configuration)
        .Option("--framework", Framework)
        .Verbosity(Verbosity));
}
