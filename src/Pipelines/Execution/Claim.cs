using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>What a target needs of the run beside a place.</summary>
/// <param name="IsExclusive">Everything.</param>
/// <param name="Resources">Each once, by name.</param>
internal sealed record Claim(bool IsExclusive, ImmutableArray<Resource> Resources)
{
    public static Claim None { get; } = new(IsExclusive: false, []);

    private static Claim Alone { get; } = new(IsExclusive: true, []);

    /// <summary>The same text for equal claims.</summary>
    public string Key => IsExclusive ? "*" : string.Join('\n', Resources.Select(resource => resource.Name));

    public static Claim Of(TargetNode node)
    {
        if (node.IsExclusive)
        {
            return Alone;
        }
        return node.Resources.IsEmpty
            ? None
            : new(IsExclusive: false, [.. node.Resources.DistinctBy(resource => resource.Name, StringComparer.Ordinal).OrderBy(resource => resource.Name, StringComparer.Ordinal)]);
    }
}
