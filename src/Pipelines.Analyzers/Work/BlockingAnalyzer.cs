using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Work;

/// <summary>Finds work that holds its thread while it waits.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BlockingAnalyzer : EngineAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.Blocking];

    private protected override void Start(CompilationStartAnalysisContext context, Words words) =>
        context.RegisterOperationAction(operation => Judge(operation, words), OperationKind.Invocation, OperationKind.PropertyReference);

    private static void Judge(OperationAnalysisContext context, Words words)
    {
        var operation = context.Operation;
        if (BlockingCall.Of(operation, words) is { } call
            && TargetWork.Around(operation, context.ContainingSymbol, words) is { } work
            && !(call.Task is { } task && IsDone(task, work.Innermost, operation)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Rules.Blocking, operation.Syntax.GetLocation(), call.Name, work.Target, Cure(call, work)));
        }
    }

    private static string Cure(BlockingCall call, TargetWork work)
    {
        var instead = call.Task is null ? "Await Task.Delay with the cancellation token" : "Await it";
        return work.Lambda.Symbol.IsAsync ? instead : $"{instead} in Executes(async cancellationToken => ...)";
    }

    // After "await Task.WhenAll(one, other)" both have their results, and after a look at its state a task does not wait.
    private static bool IsDone(IOperation task, IAnonymousFunctionOperation lambda, IOperation use) =>
        task is ILocalReferenceOperation { Local: var local }
        && lambda.Descendants().TakeWhile(earlier => earlier.Syntax.SpanStart < use.Syntax.SpanStart || earlier.Syntax.Span.Contains(use.Syntax.Span)).Any(earlier =>
            earlier switch
            {
                IAwaitOperation waiting => waiting.Descendants().OfType<ILocalReferenceOperation>().Any(reference => Words.Same(reference.Local, local)),
                IPropertyReferenceOperation { Property.Name: "IsCompleted" or "IsCompletedSuccessfully", Instance: ILocalReferenceOperation state } => Words.Same(state.Local, local),
                _ => false,
            });
}
