using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipelines.Analyzers.Targets;

/// <summary>Finds targets of a class that look as if they stood for one of a component, and do not.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HiddenTargetAnalyzer : EngineAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Hidden];

    private protected override void Start(CompilationStartAnalysisContext context, Words words) => context.RegisterSymbolAction(
        symbol =>
        {
            if (symbol.Symbol is INamedTypeSymbol { TypeKind: TypeKind.Class } type && words.HasTargets(type))
            {
                Judge(symbol, type, words);
            }
        },
        SymbolKind.NamedType);

    private static void Judge(SymbolAnalysisContext context, INamedTypeSymbol type, Words words)
    {
        var components = type.AllInterfaces.SelectMany(component => component.GetMembers().OfType<IPropertySymbol>())
            .Where(property => !property.IsStatic && words.IsTarget(property.Type) && property.ExplicitInterfaceImplementations.IsEmpty)
            .ToLookup(property => property.Name, StringComparer.OrdinalIgnoreCase);
        foreach (var target in type.GetMembers().OfType<IPropertySymbol>().Where(property => !property.IsStatic && words.IsTarget(property.Type)))
        {
            if (components[target.Name].FirstOrDefault(other => IsLeftAlone(type, other)) is { } other)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.Hidden, target.Locations[0], target.Name, type.Name, other.ContainingType.Name));
            }
        }
    }

    private static bool IsLeftAlone(INamedTypeSymbol type, IPropertySymbol property) =>
        !property.IsAbstract && type.FindImplementationForInterfaceMember(property) is null or { ContainingType.TypeKind: TypeKind.Interface };
}
