using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Pipelines.Targets.DotNet.Testing.Sharding;

/// <summary>Deals groups of tests to shards. The same tests and durations give the same shards on every machine, so each of them can deal for itself.</summary>
internal static class ShardPlan
{
    /// <summary>The groups of each shard, first to last.</summary>
    /// <param name="groups">All tests.</param>
    /// <param name="total">How many shards.</param>
    /// <param name="durations">How long tests took; the same in every job. Where it knows nothing at all, each test counts the same.</param>
    public static ImmutableArray<ImmutableArray<TestGroup>> Deal(IEnumerable<TestGroup> groups, int total, TestDurations durations)
    {
        var shards = Enumerable.Range(0, total).Select(_ => new List<TestGroup>()).ToArray();
        var loads = new TimeSpan[total];

        // Longest first, each to the shard that has least to do: at worst a third longer than the best deal there is (Graham 1969).
        // Among equals the hash of the name decides, so that classes of one folder, which are often slow together, are spread.
        foreach (var (group, duration) in groups
            .Select(group => (Group: group, Duration: durations.Of(group) ?? durations.Usual ?? TimeSpan.FromSeconds(group.Tests.Length)))
            .OrderByDescending(entry => entry.Duration)
            .ThenBy(entry => Hash(entry.Group.Key))
            .ThenBy(entry => entry.Group.Key, StringComparer.Ordinal))
        {
            var least = Array.IndexOf(loads, loads.Min());
            shards[least].Add(group);
            loads[least] += duration;
        }

        return [.. shards.Select(shard => shard.OrderBy(group => group.Key, StringComparer.Ordinal).ToImmutableArray())];
    }

    private static ulong Hash(string key) => BitConverter.ToUInt64(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
