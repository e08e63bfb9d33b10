using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipelines.Analyzers;

namespace Pipelines.CodeFixes;

/// <summary>Makes a target depend on the one whose result it reads.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class DependencyFix : EngineFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.ResultWithoutDependency.Id];

    private protected override string Title => "Depend on the target";

    private protected override Mend? Find(SyntaxNode found, SemanticModel model, CancellationToken cancellationToken)
    {
        var target = found.AncestorsAndSelf().OfType<ExpressionSyntax>().FirstOrDefault();
        return target is not null && found.CallOf("Executes") is { Expression: MemberAccessExpressionSyntax member } call
            ? new(call, call.WithExpression(member.WithExpression(Depending(member, target))))
            : null;
    }

    // On a line of its own where Executes has one.
    private static InvocationExpressionSyntax Depending(MemberAccessExpressionSyntax member, ExpressionSyntax target)
    {
        var name = SyntaxFactory.ParseExpression(Dependency(target));
        var (word, argument) = name is InvocationExpressionSyntax { Expression: SimpleNameSyntax simple, ArgumentList: var list } ? (simple, list) : throw new InvalidOperationException(name.ToString());
        return SyntaxFactory.InvocationExpression(
                SyntaxFactory.MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, member.Expression, member.OperatorToken, word),
                argument)
            .WithTrailingTrivia(member.Expression.GetTrailingTrivia());
    }

    private static string Dependency(ExpressionSyntax target) =>
        target is MemberAccessExpressionSyntax { Expression: ParenthesizedExpressionSyntax { Expression: CastExpressionSyntax { Type: var component, Expression: ThisExpressionSyntax } }, Name: var name }
            ? $"DependsOn<{component}>(build => build.{name})"
            : $"DependsOn({target.WithoutTrivia()})";
}
