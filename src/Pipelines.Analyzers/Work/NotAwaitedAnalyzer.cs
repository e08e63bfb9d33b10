using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Work;

/// <summary>Finds work that is started and forgotten, because its lambda became an action.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class NotAwaitedAnalyzer : EngineAnalyzer
{
    private const string Bind = "Give each lambda to an Executes of its own, and where it uses the run write Executes(async (run, cancellationToken) => ...)";

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.NotAwaited];

    private protected override void Start(CompilationStartAnalysisContext context, Words words)
    {
        context.RegisterOperationAction(operation => JudgeLambdas(operation, words), OperationKind.Invocation);
        context.RegisterOperationAction(operation => JudgeStatement(operation, words), OperationKind.ExpressionStatement);
    }

    // "async run => ..." that uses the run fits no overload with a task, and neither do several async lambdas in one Executes.
    private static void JudgeLambdas(OperationAnalysisContext context, Words words)
    {
        foreach (var lambda in TargetWork.Of((IInvocationOperation)context.Operation, words).Where(lambda => lambda.Symbol is { IsAsync: true, ReturnsVoid: true }))
        {
            var place = lambda.Syntax is LambdaExpressionSyntax { ArrowToken: var arrow } ? Location.Create(lambda.Syntax.SyntaxTree, new(lambda.Syntax.SpanStart, arrow.Span.End - lambda.Syntax.SpanStart)) : lambda.Syntax.GetLocation();
            context.ReportDiagnostic(Diagnostic.Create(Rules.NotAwaited, place, "async lambda", TargetWork.NameOf(context.ContainingSymbol), Bind));
        }
    }

    private static void JudgeStatement(OperationAnalysisContext context, Words words)
    {
        var started = ((IExpressionStatementOperation)context.Operation).Operation;
        if (started is IInvocationOperation or IConditionalAccessOperation
            && words.IsTask(started.Type)
            && TargetWork.Around(context.Operation, context.ContainingSymbol, words) is { Innermost.Symbol.IsAsync: false } work)
        {
            var name = started is IInvocationOperation call ? call.TargetMethod.Name : started.Syntax.ToString();
            var cure = ReferenceEquals(work.Lambda, work.Innermost) ? "Await it in Executes(async (run, cancellationToken) => ...)" : "Await it in a loop, or with Task.WhenAll";
            context.ReportDiagnostic(Diagnostic.Create(Rules.NotAwaited, started.Syntax.GetLocation(), name, work.Target, cure));
        }
    }
}
