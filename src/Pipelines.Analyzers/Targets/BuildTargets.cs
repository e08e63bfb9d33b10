using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Targets;

/// <summary>The targets that a build class has from itself, its bases and its components, by the names that the engine gives them.</summary>
internal sealed class BuildTargets
{
    private readonly Words _words;
    private readonly Dictionary<string, IPropertySymbol> _byName = new(StringComparer.Ordinal);

    /// <param name="root">A build class, or an interface that stands for a build which has it.</param>
    public BuildTargets(INamedTypeSymbol root, Words words)
    {
        (Root, _words) = (root, words);
        foreach (var property in Types(root).SelectMany(Declared))
        {
            var name = TargetName.Of(property);
            if (!_byName.TryGetValue(name, out var known) || known.IsAbstract)
            {
                _byName[name] = property;
            }
        }
    }

    public INamedTypeSymbol Root { get; }

    public IEnumerable<string> Names => _byName.Keys;

    public IPropertySymbol? this[string name] => _byName.TryGetValue(name, out var property) ? property : null;

    public bool Has(INamedTypeSymbol component) => Words.Same(Root, component) || Root.AllInterfaces.Contains(component, SymbolEqualityComparer.Default) || Words.Inherits(Root, component);

    /// <summary>The targets that a type itself declares.</summary>
    public IEnumerable<IPropertySymbol> Declared(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic && _words.IsTarget(property.Type));

    /// <summary>The definition that <c>Base()</c> applies: in a base class, else in a component.</summary>
    public IPropertySymbol? BaseOf(IPropertySymbol property)
    {
        var declaring = property.ContainingType;
        var older = Types(Root)
            .SkipWhile(type => !Words.Same(type.OriginalDefinition, declaring.OriginalDefinition))
            .Skip(1);
        var candidates = declaring.TypeKind == TypeKind.Interface ? declaring.AllInterfaces : older;
        var name = TargetName.Of(property);
        return candidates.SelectMany(Declared).FirstOrDefault(other => TargetName.Of(other) == name && !other.IsAbstract);
    }

    // Components that build on others come first, as they may stand for targets of those.
    private static IEnumerable<INamedTypeSymbol> Types(INamedTypeSymbol root)
    {
        for (var type = root; type is not null; type = type.BaseType)
        {
            yield return type;
        }

        foreach (var component in root.AllInterfaces.OrderByDescending(component => component.AllInterfaces.Length))
        {
            yield return component;
        }
    }
}
