using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Pipelines.Analyzers.Parameters;

/// <summary>Finds parameters that all builds of a process would share.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StaticParameterAnalyzer : EngineAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.StaticParameter];

    private protected override void Start(CompilationStartAnalysisContext context, Words words) => context.RegisterSymbolAction(
        symbol =>
        {
            var member = symbol.Symbol;
            if (member.IsStatic && words.HasTargets(member.ContainingType) && member.GetAttributes().Any(attribute => Words.Same(attribute.AttributeClass, words.ParameterAttribute)))
            {
                symbol.ReportDiagnostic(Diagnostic.Create(Rules.StaticParameter, member.Locations[0], member.Name));
            }
        },
        SymbolKind.Field,
        SymbolKind.Property);
}
