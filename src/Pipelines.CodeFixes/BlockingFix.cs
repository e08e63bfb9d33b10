using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipelines.Analyzers;

namespace Pipelines.CodeFixes;

/// <summary>Awaits what was waited for.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class BlockingFix : EngineFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.Blocking.Id];

    private protected override string Title => "Await it";

    private protected override Mend? Find(SyntaxNode found, SemanticModel model, CancellationToken cancellationToken)
    {
        var blocking = found.AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault();
        var lambda = found.Ancestors().OfType<LambdaExpressionSyntax>().FirstOrDefault();
        if (blocking is null || lambda is null)
        {
            return null;
        }

        var isAsync = lambda.AsyncKeyword != default;
        var work = lambda is ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters.Count: 0 } && lambda.IsOnlyArgument() ? lambda.CallOf("Executes") : null;
        var token = isAsync ? TokenOf(lambda, model, cancellationToken) : "cancellationToken";
        if (!(isAsync || work is not null) || Task(blocking, token) is not { } task)
        {
            return null;
        }

        var awaited = task.Awaited(blocking);
        return isAsync ? new(blocking, awaited) : new(lambda, lambda.Async(lambda.Body.ReplaceNode(blocking, awaited), IsDelay(task) || IsTyped(work!, model, cancellationToken)));
    }

    private static ExpressionSyntax? Task(ExpressionSyntax blocking, string? token) => blocking switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result", Expression: var task } => task,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Wait", Expression: var task }, ArgumentList.Arguments.Count: 0 } => task,
        InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "GetResult",
                Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var task } },
            },
        } => task,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Sleep" }, ArgumentList.Arguments: { Count: 1 } arguments } when token is not null =>
            SyntaxFactory.ParseExpression($"Task.Delay({arguments[0]}, {token})"),
        _ => null,
    };

    private static bool IsDelay(ExpressionSyntax task) => task.ToString().StartsWith("Task.Delay(", StringComparison.Ordinal);

    // Work that gives a result is awaited only where it takes the token.
    private static bool IsTyped(InvocationExpressionSyntax work, SemanticModel model, CancellationToken cancellationToken) => model.GetTypeInfo(work, cancellationToken).Type is INamedTypeSymbol { IsGenericType: true };

    private static string? TokenOf(LambdaExpressionSyntax lambda, SemanticModel model, CancellationToken cancellationToken) =>
        (model.GetSymbolInfo(lambda, cancellationToken).Symbol as IMethodSymbol)?.Parameters.FirstOrDefault(parameter => parameter.Type.Name == nameof(CancellationToken))?.Name;
}
