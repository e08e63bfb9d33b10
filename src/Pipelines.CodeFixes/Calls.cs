using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipelines.CodeFixes;

/// <summary>Calls of the vocabulary and the lambdas in them.</summary>
internal static class Calls
{
    /// <summary>The call of a word, such as <c>Executes</c>, that a node is an argument or a part of an argument of.</summary>
    public static InvocationExpressionSyntax? CallOf(this SyntaxNode node, string word) => node.Ancestors()
        .OfType<InvocationExpressionSyntax>()
        .FirstOrDefault(call => call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && name == word && call.ArgumentList.Contains(node));

    /// <summary>Is the whole of what a call gets.</summary>
    public static bool IsOnlyArgument(this LambdaExpressionSyntax lambda) => lambda.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Arguments.Count: 1 } };

    /// <summary>The lambda with <c>async</c> before it and, where that is wanted, the token as its last parameter.</summary>
    /// <remarks>A token that nothing uses would leave the compiler in doubt whether it is the run.</remarks>
    public static LambdaExpressionSyntax Async(this LambdaExpressionSyntax lambda, CSharpSyntaxNode body, bool takesToken)
    {
        var names = lambda switch
        {
            SimpleLambdaExpressionSyntax simple => [simple.Parameter.Identifier.ValueText],
            ParenthesizedLambdaExpressionSyntax many => many.ParameterList.Parameters.Select(parameter => parameter.Identifier.ValueText),
            _ => [],
        };
        var parameters = names.Concat(takesToken ? ["cancellationToken"] : []).ToList();
        var list = parameters.Count == 1 ? parameters[0] : $"({string.Join(", ", parameters)})";
        var parsed = (LambdaExpressionSyntax)SyntaxFactory.ParseExpression($"async {list} => 0");
        return parsed.WithBody(body)
            .WithArrowToken(lambda.ArrowToken)
            .WithTriviaFrom(lambda);
    }

    /// <summary>An expression that is awaited, in parentheses where the language wants them.</summary>
    public static ExpressionSyntax Awaited(this ExpressionSyntax task, SyntaxNode place)
    {
        var awaited = SyntaxFactory.AwaitExpression(SyntaxFactory.Token(SyntaxKind.AwaitKeyword).WithTrailingTrivia(SyntaxFactory.Space), task.WithoutTrivia());
        ExpressionSyntax whole = place.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or PostfixUnaryExpressionSyntax
            ? SyntaxFactory.ParenthesizedExpression(awaited)
            : awaited;
        return whole.WithTriviaFrom(place);
    }
}
