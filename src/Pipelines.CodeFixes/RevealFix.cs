using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Pipelines.Analyzers;

namespace Pipelines.CodeFixes;

/// <summary>Shows the secret itself, which prints as <c>***</c>, in place of its value.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class RevealFix : EngineFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.SecretShown.Id];

    private protected override string Title => "Show *** in its place";

    private protected override Mend? Find(SyntaxNode found, SemanticModel model, CancellationToken cancellationToken)
    {
        var call = found.AncestorsAndSelf().OfType<InvocationExpressionSyntax>().FirstOrDefault();
        var (whole, secret) = call switch
        {
            { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Reveal" } member } => (call, member.Expression),
            { Expression: MemberBindingExpressionSyntax { Name.Identifier.ValueText: "Reveal" }, Parent: ConditionalAccessExpressionSyntax access } => ((ExpressionSyntax)access, access.Expression),
            _ => (null, null),
        };
        return whole is not null && secret is not null && TakesAnything(whole, model, cancellationToken) ? new(whole, secret.WithTriviaFrom(whole)) : null;
    }

    private static bool TakesAnything(ExpressionSyntax whole, SemanticModel model, CancellationToken cancellationToken) =>
        whole.Parent is InterpolationSyntax || IsOfAnyType(whole, model, cancellationToken) || model.GetTypeInfo(whole, cancellationToken).ConvertedType?.SpecialType == SpecialType.System_Object;

    // Log.Information<T>(string template, T value)
    private static bool IsOfAnyType(ExpressionSyntax whole, SemanticModel model, CancellationToken cancellationToken) =>
        whole.Parent is ArgumentSyntax argument
        && model.GetOperation(argument, cancellationToken) is IArgumentOperation { Parameter.OriginalDefinition.Type: ITypeParameterSymbol { ConstraintTypes.IsEmpty: true } };
}
