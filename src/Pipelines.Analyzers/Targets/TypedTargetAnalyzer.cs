using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Targets;

/// <summary>Finds typed targets with more or fewer than one <c>Executes</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TypedTargetAnalyzer : EngineAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.OneResult];

    private protected override void Start(CompilationStartAnalysisContext context, Words words) => context.RegisterOperationBlockAction(block =>
    {
        if (block.OwningSymbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol property }
            && words.IsTypedTarget(property.Type)
            && words.HasTargets(property.ContainingType)
            && Count(property, block.OperationBlocks, words) is { } count)
        {
            block.ReportDiagnostic(Diagnostic.Create(Rules.OneResult, property.Locations[0], TargetName.Of(property), count));
        }
    });

    // A chain is counted, not the body: the branches of a condition may each have one.
    private static int? Count(IPropertySymbol property, ImmutableArray<IOperation> getter, Words words)
    {
        var calls = getter.SelectMany(block => block.Descendants()).OfType<IInvocationOperation>().Where(call => words.IsWord(call.TargetMethod)).ToList();
        var most = calls.Select(Chained).DefaultIfEmpty().Max();
        var isWhole = new TargetReader(words).Read(property, getter).IsWhole && !calls.Exists(call => call.TargetMethod.Name is "Base" or "Inherit");
        return most > 1 || (most == 0 && isWhole) ? most : null;
    }

    private static int Chained(IInvocationOperation call)
    {
        var count = 0;
        for (var current = call; current is not null; current = current.Instance.Bare() as IInvocationOperation)
        {
            count += current.TargetMethod.Name == "Executes" ? 1 : 0;
        }

        return count;
    }
}
