using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.Test"/>.</summary>
public sealed record DotNetTest
{
    /// <summary>Such as <c>Release</c>; the project decides unless set.</summary>
    public string? Configuration { get; init; }

    /// <summary>Packages were restored before.</summary>
    public bool NoRestore { get; init; }

    /// <summary>The project was compiled before.</summary>
    public bool NoBuild { get; init; }

    /// <summary>Which tests run, in the words of <c>dotnet test --filter</c>; all unless set.</summary>
    public string? Filter { get; init; }

    /// <summary>Folder that gets result and coverage files.</summary>
    public AbsolutePath? ResultsDirectory { get; init; }

    /// <summary>Result writers such as <c>trx;LogFileName=unit.trx</c>.</summary>
    public ImmutableArray<string> Loggers { get; init; } = [];

    /// <summary>Data collectors such as <c>XPlat Code Coverage</c>.</summary>
    public ImmutableArray<string> Collectors { get; init; } = [];

    /// <summary>A <c>.runsettings</c> file.</summary>
    public AbsolutePath? Settings { get; init; }

    /// <summary>A test that says nothing for so long is stopped and named; no limit unless set.</summary>
    public TimeSpan? HangLimit { get; init; }

    /// <summary>Such as <c>net10.0</c>; every framework of the project unless set.</summary>
    public string? Framework { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public MSBuildVerbosity? Verbosity { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal Command Command(string project) => DotNet.Run(new CommandWords("test", project)
        .Option("--configuration", Configuration)
        .Flag("--no-restore", NoRestore)
        .Flag("--no-build", NoBuild)
        .Option("--framework", Framework)
        .Option("--filter", Filter)
        .Option("--results-directory", ResultsDirectory?.ToString())
        .Options("--logger", Loggers)
        .Options("--collect", Collectors)
        .Option("--settings", Settings?.ToString())
        .Option("--blame-hang-timeout", HangLimit is { } limit ? $"{limit.TotalMilliseconds:0}ms" : null)
        .Verbosity(Verbosity)
        .Properties(Properties));
}
