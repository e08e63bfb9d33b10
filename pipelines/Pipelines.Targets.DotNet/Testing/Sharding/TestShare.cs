using System.Collections.Immutable;

namespace Pipelines.Targets.DotNet.Testing.Sharding;

/// <summary>What a shard runs.</summary>
/// <param name="Shard">Which shard.</param>
/// <param name="Groups">Its tests.</param>
/// <param name="Tests">How many tests all shards have together.</param>
internal sealed record TestShare(Shard Shard, ImmutableArray<TestGroup> Groups, int Tests)
{
    /// <summary>How many tests are in it.</summary>
    public int Count => Groups.Sum(group => group.Tests.Length);

    /// <summary>How many tests of a project are in it.</summary>
    public int CountOf(string project) => Groups.Where(group => group.Project == project).Sum(group => group.Tests.Length);

    /// <summary>The filter of the test platform that finds its tests in a project, and no other ones.</summary>
    /// <param name="project">Name of the project.</param>
    /// <param name="also">A filter that holds as well; null for none.</param>
    public string Filter(string project, string? also)
    {
        var terms = string.Join('|', Groups.Where(group => group.Project == project).SelectMany(group => group.Terms).Select(term => $"FullyQualifiedName~{term}"));
        return also is null ? terms : $"({also})&({terms})";
    }
}
