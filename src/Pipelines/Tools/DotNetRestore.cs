using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.Restore"/>.</summary>
public sealed record DotNetRestore
{
    /// <summary>Fails when a lock file would change.</summary>
    public bool LockedMode { get; init; }

    /// <summary>Runtime identifier such as <c>linux-x64</c>; portable unless set.</summary>
    public string? Runtime { get; init; }

    /// <summary>Where packages come from, in place of those that are configured.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>A <c>nuget.config</c>.</summary>
    public AbsolutePath? ConfigFile { get; init; }

    /// <summary>How much MSBuild says.</summary>
    public MSBuildVerbosity? Verbosity { get; init; }

    /// <summary>MSBuild properties.</summary>
    public ImmutableSortedDictionary<string, string> Properties { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    internal Command Command(string project) => DotNet.Run(new CommandWords("restore", project)
        .Flag("--locked-mode", LockedMode)
        .Option("--runtime", Runtime)
        .Options("--source", Sources)
        .Option("--configfile", ConfigFile?.ToString())
        .Verbosity(Verbosity)
        .Properties(Properties));
}
