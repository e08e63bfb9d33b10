using System.Collections.Immutable;

namespace Pipelines.Graph;

/// <summary>Gathers what targets say of each other at the target that has to wait.</summary>
internal sealed class TargetEdges
{
    private readonly Dictionary<string, List<string>>[] _edges;

    public TargetEdges(IEnumerable<TargetDraft> drafts, Func<string, Delegate, string?> nameOf)
    {
        // An array and plain dictionaries: a dictionary by kind and name is compiled anew at every start, which costs more than all it does.
        _edges = new Dictionary<string, List<string>>[(int)EdgeKind.Consumes + 1];
        for (var kind = 0; kind < _edges.Length; kind++)
        {
            _edges[kind] = new(StringComparer.Ordinal);
        }
        foreach (var draft in drafts)
        {
            foreach (var edge in draft.Edges)
            {
                if (nameOf(draft.Name, edge.Target) is { } other)
                {
                    Add(edge.Kind, draft.Name, other);
                }
            }
        }
    }

    public TargetNode Connect(TargetNode node) => node with
    {
        Dependencies = Of(EdgeKind.DependsOn, node.Name),
        After = Of(EdgeKind.After, node.Name),
        TriggeredBy = Of(EdgeKind.TriggeredBy, node.Name),
        Triggers = Of(EdgeKind.Triggers, node.Name),
        Consumes = Of(EdgeKind.Consumes, node.Name),
    };

    private void Add(EdgeKind kind, string name, string other)
    {
        switch (kind)
        {
            case EdgeKind.DependentFor:
                Append(EdgeKind.DependsOn, other, name);
                break;
            case EdgeKind.Before:
                Append(EdgeKind.After, other, name);
                break;
            case EdgeKind.Triggers:
                Append(EdgeKind.Triggers, name, other);
                Append(EdgeKind.TriggeredBy, other, name);
                break;
            case EdgeKind.TriggeredBy:
                Append(EdgeKind.Triggers, other, name);
                Append(EdgeKind.TriggeredBy, name, other);
                break;
            default:
                Append(kind, name, other);
                break;
        }
    }

    private void Append(EdgeKind kind, string name, string other)
    {
        if (!_edges[(int)kind].TryGetValue(name, out var others))
        {
            _edges[(int)kind][name] = others = [];
        }
        others.Add(other);
    }

    private ImmutableArray<string> Of(EdgeKind kind, string name) => _edges[(int)kind].TryGetValue(name, out var others) ? [.. others.Distinct(StringComparer.Ordinal)] : [];
}
