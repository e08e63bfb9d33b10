using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Targets;

/// <summary>Finds targets that the engine would not find, or not recognise.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TargetShapeAnalyzer : EngineAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.TargetShape];

    private protected override void Start(CompilationStartAnalysisContext context, Words words)
    {
        context.RegisterSymbolAction(symbol => Judge(symbol, words), SymbolKind.Field, SymbolKind.Property);
        context.RegisterOperationBlockAction(block => Judge(block, words));
    }

    private static void Judge(SymbolAnalysisContext context, Words words)
    {
        if (words.HasTargets(context.Symbol.ContainingType) && Fault(context.Symbol, words) is { } fault)
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.TargetShape, context.Symbol.Locations[0], context.Symbol.Name, fault));
        }
    }

    private static string? Fault(ISymbol symbol, Words words) => symbol switch
    {
        IFieldSymbol { IsImplicitlyDeclared: false } field when words.IsTarget(field.Type) => "a field, which the engine does not find",
        IPropertySymbol property when !words.IsTarget(property.Type) => null,
        IPropertySymbol { IsStatic: true } => "static, which the engine does not find",
        IPropertySymbol { SetMethod: not null } => "a property that can be set to something else",
        IPropertySymbol { IsAbstract: false } property when IsAutomatic(property) => "an automatic property, whose definition cannot name other targets",
        _ => null,
    };

    private static bool IsAutomatic(IPropertySymbol property) =>
        property.ContainingType.GetMembers().OfType<IFieldSymbol>().Any(field => Words.Same(field.AssociatedSymbol, property));

    private static void Judge(OperationBlockAnalysisContext context, Words words)
    {
        if (context.OwningSymbol is not IMethodSymbol { AssociatedSymbol: IPropertySymbol property }
            || property.IsStatic
            || property.SetMethod is not null
            || !words.IsTarget(property.Type)
            || !words.HasTargets(property.ContainingType))
        {
            return;
        }

        var name = TargetName.Of(property);
        foreach (var body in context.OperationBlocks.OfType<IBlockOperation>())
        {
            if (TargetBody.Fault(body, property, words) is { } fault)
            {
                context.ReportDiagnostic(Diagnostic.Create(Rules.TargetShape, property.Locations[0], name, fault));
            }
        }
    }
}
