using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipelines.Analyzers.Targets;

/// <summary>Looks at all targets of a build together: circles, and results that are read without a dependency.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetGraphAnalyzer : EngineAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Circle, Rules.ResultWithoutDependency];

    private protected override void Start(CompilationStartAnalysisContext context, Words words)
    {
        var sources = new ConcurrentDictionary<ISymbol, TargetSource>(SymbolEqualityComparer.Default);
        var types = new ConcurrentBag<INamedTypeSymbol>();
        var reader = new TargetReader(words);
        context.RegisterOperationBlockAction(block =>
        {
            if (block.OwningSymbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } && words.IsTarget(property.Type))
            {
                sources[property] = reader.Read(property, block.OperationBlocks);
            }
        });
        context.RegisterSymbolAction(
            symbol =>
            {
                if (symbol.Symbol is INamedTypeSymbol type && words.HasTargets(type))
                {
                    types.Add(type);
                }
            },
            SymbolKind.NamedType);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var diagnostic in Builds(types, words).SelectMany(build => Judge(new(build, sources))).GroupBy(Place).Select(same => same.First()))
            {
                end.ReportDiagnostic(diagnostic);
            }
        });
    }

    // A component is looked at alone only where no build of this compilation has it; builds may add to what it says.
    private static IEnumerable<BuildTargets> Builds(IReadOnlyCollection<INamedTypeSymbol> types, Words words)
    {
        var used = new HashSet<ISymbol>(types.SelectMany(Ancestors), SymbolEqualityComparer.Default);
        return types.Where(type => !used.Contains(type) || type is { TypeKind: TypeKind.Class, IsAbstract: false })
            .OrderBy(type => type.ToDisplayString(), StringComparer.Ordinal)
            .Select(type => new BuildTargets(type, words));
    }

    private static IEnumerable<ISymbol> Ancestors(INamedTypeSymbol type)
    {
        for (var ancestor = type.BaseType; ancestor is not null; ancestor = ancestor.BaseType)
        {
            yield return ancestor.OriginalDefinition;
        }

        foreach (var component in type.AllInterfaces)
        {
            yield return component.OriginalDefinition;
        }
    }

    private static IEnumerable<Diagnostic> Judge(BuildGraph graph)
    {
        foreach (var circle in Circles.Of(graph))
        {
            var path = string.Join(" -> ", circle.Select(edge => edge.From).Concat([circle[0].From]));
            yield return Diagnostic.Create(Rules.Circle, circle[0].Location, circle.Skip(1).Select(edge => edge.Location), path);
        }

        foreach (var name in graph.Names)
        {
            foreach (var result in graph.Results(name).Where(result => graph.Has(result.Name) && graph.IsApart(name, result.Name)))
            {
                yield return Diagnostic.Create(Rules.ResultWithoutDependency, result.Location, name, result.Name);
            }
        }
    }

    private static (string, Location, string) Place(Diagnostic diagnostic) =>
        (diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture));
}
