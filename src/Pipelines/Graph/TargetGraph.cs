using System.Collections.Immutable;

namespace Pipelines.Graph;

/// <summary>All targets of a build class, in the order of their declaration: the class, its bases, its components.</summary>
internal sealed class TargetGraph
{
    private readonly Dictionary<string, int> _positions;
    private readonly Func<Delegate, string?> _nameOf;

    public TargetGraph(ImmutableArray<TargetNode> targets, Func<Delegate, string?> nameOf)
    {
        (Targets, _nameOf) = (targets, nameOf);
        _positions = new(targets.Length, StringComparer.Ordinal);
        foreach (var target in targets)
        {
            _positions.Add(target.Name, _positions.Count);
        }
    }

    public ImmutableArray<TargetNode> Targets { get; }

    public TargetNode this[string name] => Targets[_positions[name]];

    public int Position(string name) => _positions[name];

    public bool Has(string name) => _positions.ContainsKey(name);

    /// <summary>Whether the second runs only after the first: it depends on it or is triggered by it, also through others.</summary>
    public bool ComesBefore(string first, string second)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([second]);
        while (waiting.TryPop(out var next))
        {
            foreach (var before in this[next].Dependencies.Concat(this[next].TriggeredBy).Where(seen.Add))
            {
                waiting.Push(before);
            }
        }
        return seen.Contains(first);
    }

    /// <summary>The name of a target, or null when the delegate is none of this graph.</summary>
    public string? NameOf(Delegate target) => _nameOf(target);
}
