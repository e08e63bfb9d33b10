using System.Collections.Immutable;

namespace Pipelines;

/// <summary>Files that a job finds again from an earlier run.</summary>
/// <param name="Name">Start of the key.</param>
/// <param name="Paths">Folders below the root.</param>
/// <param name="KeyFiles">Globs of files whose content the key is made of; GitLab takes the first two.</param>
public sealed record Cache(string Name, ImmutableArray<string> Paths, params ImmutableArray<string> KeyFiles)
{
    /// <summary>Downloaded packages, by the lock files.</summary>
    public static Cache NuGet { get; } = new("nuget", [".nuget/packages"], "**/packages.lock.json");

    /// <summary>What unchanged targets left, so that they need not run; see <c>--cache-dir</c>.</summary>
    public static Cache Targets { get; } = new("pipelines", [".nuke/temp/shared"]) { IsPerCommit = true };

    /// <summary>Each commit keeps its own, and begins with the newest.</summary>
    public bool IsPerCommit { get; init; }
}
