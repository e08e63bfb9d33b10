using System.Collections.Immutable;

namespace Pipelines.Graph;

/// <summary>Gathers what targets say of each other at the target that has to wait.</summary>
internal sealed class TargetEdges
{
    private readonly Dictionary<(EdgeKind Kind, string Name), List<string>> _edges = [];

    public TargetEdges(IEnumerable<TargetDraft> drafts, Func<string, Delegate, string?> nameOf)
    {
        foreach (var draft in drafts)
        {
            foreach (var (kind, target) in draft.Edges)
            {
                if (nameOf(draft.Name, target) is { } other)
                {
                    Add(kind, draft.Name, other);
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
        if (!_edges.TryGetValue((kind, name), out var others))
        {
            _edges[(kind, name)] = others = [];
        }
        if (!others.Contains(other, StringComparer.Ordinal))
        {
            others.Add(other);
        }
    }

    private ImmutableArray<string> Of(EdgeKind kind, string name) => _edges.TryGetValue((kind, name), out var others) ? [.. others] : [];
}
