using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipelines.Analyzers;

namespace Pipelines.CodeFixes;

/// <summary>Gives work to an overload of <c>Executes</c> that awaits it.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class NotAwaitedFix : EngineFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.NotAwaited.Id];

    private protected override string Title => "Let the target await it";

    private protected override Mend? Find(SyntaxNode found, SemanticModel model, CancellationToken cancellationToken)
    {
        var lambda = found.AncestorsAndSelf().OfType<LambdaExpressionSyntax>().FirstOrDefault();
        if (lambda?.Parent is not ArgumentSyntax || lambda.CallOf("Executes") is not { } call || lambda.Parent.Parent != call.ArgumentList)
        {
            return null;
        }

        if (!lambda.IsOnlyArgument())
        {
            return new(call, Apart(call));
        }

        // What uses the run fits an overload that awaits only with the token beside it.
        var usesRun = lambda is SimpleLambdaExpressionSyntax;
        if (lambda.AsyncKeyword != default)
        {
            return new(lambda, lambda.Async(lambda.Body, usesRun));
        }

        var started = found.AncestorsAndSelf().OfType<ExpressionSyntax>().First();
        return new(lambda, lambda.Async(lambda.Body.ReplaceNode(started, started.Awaited(started)), usesRun));
    }

    // Each in an Executes of its own, on a line of its own where the first has one.
    private static InvocationExpressionSyntax Apart(InvocationExpressionSyntax call)
    {
        var member = (MemberAccessExpressionSyntax)call.Expression;
        var receiver = member.Expression;
        foreach (var argument in call.ArgumentList.Arguments)
        {
            receiver = SyntaxFactory.InvocationExpression(
                    member.WithExpression(receiver),
                    SyntaxFactory.ArgumentList(SyntaxFactory.SingletonSeparatedList(argument.WithoutTrivia())))
                .WithTrailingTrivia(member.Expression.GetTrailingTrivia());
        }

        return ((InvocationExpressionSyntax)receiver).WithTrailingTrivia(call.GetTrailingTrivia());
    }
}
