using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Targets;

/// <summary>Who waits for whom in one build, as far as the source shows it.</summary>
internal sealed class BuildGraph
{
    private readonly BuildTargets _targets;
    private readonly IReadOnlyDictionary<ISymbol, TargetSource> _sources;
    private readonly Dictionary<string, List<Edge>> _edges = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unclear = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Named>> _results = new(StringComparer.Ordinal);

    /// <param name="sources">By their properties, as these are declared.</param>
    public BuildGraph(BuildTargets targets, IReadOnlyDictionary<ISymbol, TargetSource> sources)
    {
        (_targets, _sources) = (targets, sources);
        foreach (var name in targets.Names)
        {
            _edges[name] = [];
            _results[name] = [];
        }

        foreach (var name in targets.Names)
        {
            Read(name, targets[name]!, new(SymbolEqualityComparer.Default));
        }
    }

    public IEnumerable<string> Names => _edges.Keys;

    /// <summary>What a target waits for; only targets of this build.</summary>
    public IReadOnlyList<Edge> Before(string name) => _edges[name];

    /// <summary>The results that the work of a target reads.</summary>
    public IReadOnlyList<Named> Results(string name) => _results[name];

    public bool Has(string name) => _edges.ContainsKey(name);

    /// <summary>Whether a target certainly does not depend on another; false where the source does not tell.</summary>
    public bool IsApart(string name, string other)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([name]);
        while (waiting.Count > 0)
        {
            var next = waiting.Pop();
            if (_unclear.Contains(next))
            {
                return false;
            }

            // What stands in compiled libraries, or in place of it, may depend on all of its kind: that is not to be seen here.
            foreach (var before in _edges[next].Where(edge => edge.Carries).Select(edge => edge.To).Concat(_open.Contains(next) ? _open : []))
            {
                if (seen.Add(before))
                {
                    waiting.Push(before);
                }
            }
        }

        return !seen.Contains(other);
    }

    private void Read(string name, IPropertySymbol property, HashSet<ISymbol> read)
    {
        if (!read.Add(property))
        {
            return;
        }

        if (IsKnownElsewhere(property))
        {
            _open.Add(name);
        }

        if (!_sources.TryGetValue(property.OriginalDefinition, out var source))
        {
            Forget(name, property);
            return;
        }

        _results[name].AddRange(source.Results);
        if (!source.IsWhole)
        {
            _unclear.Add(name);
        }

        foreach (var saying in source.Sayings)
        {
            Read(name, property, saying, read);
        }
    }

    private void Read(string name, IPropertySymbol property, Saying saying, HashSet<ISymbol> read)
    {
        if (saying.Component is { } component && !_targets.Has(component))
        {
            return;
        }

        if (saying.Word == "Base")
        {
            if (_targets.BaseOf(property) is { } original)
            {
                Read(name, original, read);
            }

            return;
        }

        foreach (var target in Targets(saying))
        {
            if (target is null)
            {
                _unclear.Add(name);
            }
            else if (saying.Word == "Inherit")
            {
                Read(name, saying.Component is null ? _targets[target.Name] ?? target.Property : target.Property, read);
            }
            else if (Has(target.Name))
            {
                Add(saying.Word, name, target);
            }
        }
    }

    // A component named without a target means its only one.
    private ImmutableArray<Named?> Targets(Saying saying)
    {
        if (saying is not { Component: { } component, Targets.IsEmpty: true })
        {
            return saying.Targets;
        }

        var declared = _targets.Declared(component).ToList();
        return declared.Count == 1 ? [new(declared[0], saying.Location)] : [];
    }

    private void Add(string word, string name, Named other)
    {
        var (from, to) = word is "DependentFor" or "Before" or "Triggers" ? (other.Name, name) : (name, other.Name);
        _edges[from].Add(new(from, to, word is not ("Before" or "After" or "Consumes"), other.Location));
    }

    private void Forget(string name, IPropertySymbol property)
    {
        if (!property.IsAbstract && !property.DeclaringSyntaxReferences.IsEmpty)
        {
            _unclear.Add(name);
        }
    }

    private bool IsKnownElsewhere(IPropertySymbol property)
    {
        bool Elsewhere(ISymbol symbol) => symbol.DeclaringSyntaxReferences.IsEmpty;

        return Elsewhere(property)
            || (property.OverriddenProperty is { } overridden && IsKnownElsewhere(overridden))
            || property.ExplicitInterfaceImplementations.Any(Elsewhere)
            || _targets.Root.AllInterfaces.Where(Elsewhere).SelectMany(_targets.Declared).Any(other => other.Name == TargetName.Of(property));
    }
}
