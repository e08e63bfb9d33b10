using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers;

/// <summary>The engine's types as a compilation knows them.</summary>
internal sealed class Words
{
    private readonly HashSet<ISymbol> _targets = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _definitions = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ISymbol> _tasks = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol? _build;
    private readonly INamedTypeSymbol? _typedTarget;

    private Words(Compilation compilation)
    {
        INamedTypeSymbol? Find(string name) => compilation.GetTypeByMetadataName(name);

        _targets.UnionWith(Known(Find("Pipelines.Target"), Find("Pipelines.Target`1")));
        _definitions.UnionWith(Known(Find("Pipelines.ITargetVocabulary`1"), Find("Pipelines.ITargetDefinition"), Find("Pipelines.ITargetDefinition`1")));
        _tasks.UnionWith(Known(
            Find("System.Threading.Tasks.Task"),
            Find("System.Threading.Tasks.Task`1"),
            Find("System.Threading.Tasks.ValueTask"),
            Find("System.Threading.Tasks.ValueTask`1")));
        _build = Find("Pipelines.PipelineBuild");
        _typedTarget = Find("Pipelines.Target`1");
        Run = Find("Pipelines.ITargetRun");
        Secret = Find("Pipelines.Secret");
        SecretAttribute = Find("Pipelines.SecretAttribute");
        ParameterAttribute = Find("Pipelines.ParameterAttribute");
        Exception = Find("System.Exception");
    }

    public INamedTypeSymbol? Run { get; }

    public INamedTypeSymbol? Secret { get; }

    public INamedTypeSymbol? SecretAttribute { get; }

    public INamedTypeSymbol? ParameterAttribute { get; }

    public INamedTypeSymbol? Exception { get; }

    /// <summary>Null where the engine is not referenced, and in the engine itself.</summary>
    public static Words? Of(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Pipelines.Target") is { } target && !Same(target.ContainingAssembly, compilation.Assembly) ? new(compilation) : null;

    public static bool Same(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    public bool IsTarget(ITypeSymbol? type) => type is not null && _targets.Contains(type.OriginalDefinition);

    public bool IsTypedTarget(ITypeSymbol? type) => type is not null && Same(type.OriginalDefinition, _typedTarget);

    public bool IsDefinition(ITypeSymbol? type) => type is not null && _definitions.Contains(type.OriginalDefinition);

    public bool IsTask(ITypeSymbol? type) => type is not null && _tasks.Contains(type.OriginalDefinition);

    /// <summary>A word of the vocabulary, such as <c>DependsOn</c>.</summary>
    public bool IsWord(IMethodSymbol method) => IsDefinition(method.ContainingType);

    /// <summary>A place where the engine looks for targets: a build class or an interface that may be a component of one.</summary>
    public bool HasTargets(INamedTypeSymbol type) => type.TypeKind == TypeKind.Interface || (type.TypeKind == TypeKind.Class && Inherits(type, _build));

    public static bool Inherits(ITypeSymbol type, INamedTypeSymbol? ancestor)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (Same(current, ancestor))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<ISymbol> Known(params INamedTypeSymbol?[] types) => types.OfType<ISymbol>();
}
