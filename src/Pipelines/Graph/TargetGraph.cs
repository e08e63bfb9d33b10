using System.Collections.Immutable;

namespace Pipelines.Graph;

/// <summary>All targets of a build class, in the order of their declaration: the class, its bases, its components.</summary>
internal sealed class TargetGraph(ImmutableArray<TargetNode> targets, Func<Delegate, string?> nameOf)
{
    private readonly Dictionary<string, int> _positions = targets.Select((target, position) => (target.Name, position))
        .ToDictionary(entry => entry.Name, entry => entry.position, StringComparer.Ordinal);

    public ImmutableArray<TargetNode> Targets => targets;

    public TargetNode this[string name] => targets[_positions[name]];

    public int Position(string name) => _positions[name];

    /// <summary>The name of a target, or null when the delegate is none of this graph.</summary>
    public string? NameOf(Delegate target) => nameOf(target);

    public bool Has(string name) => _positions.ContainsKey(name);
}
