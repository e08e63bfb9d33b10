using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipelines.Analyzers;

namespace Pipelines.CodeFixes;

/// <summary>Makes a field or an automatic property with a definition the property that it should be.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class TargetShapeFix : EngineFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.TargetShape.Id];

    private protected override string Title => "Write it as => _ => _";

    private protected override Mend? Find(SyntaxNode found, SemanticModel model, CancellationToken cancellationToken) => found.Declaration() switch
    {
        FieldDeclarationSyntax { Declaration.Variables: { Count: 1 } variables } field when variables[0].Initializer?.Value is LambdaExpressionSyntax lambda =>
            new(field, Property((FieldDeclarationSyntax)field.Without(SyntaxKind.StaticKeyword, SyntaxKind.ReadOnlyKeyword), variables[0].Identifier, lambda)),
        PropertyDeclarationSyntax { Initializer.Value: LambdaExpressionSyntax lambda } property => new(property, Property(property, lambda)),
        PropertyDeclarationSyntax { ExpressionBody.Expression: LambdaExpressionSyntax } property when property.Modifiers.Any(SyntaxKind.StaticKeyword) =>
            new(property, property.Without(SyntaxKind.StaticKeyword)),
        _ => null,
    };

    private static PropertyDeclarationSyntax Property(FieldDeclarationSyntax field, SyntaxToken name, LambdaExpressionSyntax lambda) =>
        SyntaxFactory.PropertyDeclaration(field.Declaration.Type, name.WithTrailingTrivia(SyntaxFactory.Space))
            .WithAttributeLists(field.AttributeLists)
            .WithModifiers(field.Modifiers)
            .WithExpressionBody(Gives(lambda))
            .WithSemicolonToken(field.SemicolonToken);

    private static PropertyDeclarationSyntax Property(PropertyDeclarationSyntax property, LambdaExpressionSyntax lambda) =>
        ((PropertyDeclarationSyntax)property.Without(SyntaxKind.StaticKeyword))
            .WithIdentifier(property.Identifier.WithTrailingTrivia(SyntaxFactory.Space))
            .WithAccessorList(null)
            .WithInitializer(null)
            .WithExpressionBody(Gives(lambda))
            .WithSemicolonToken(property.SemicolonToken);

    private static ArrowExpressionClauseSyntax Gives(LambdaExpressionSyntax lambda) =>
        SyntaxFactory.ArrowExpressionClause(SyntaxFactory.Token(SyntaxKind.EqualsGreaterThanToken).WithTrailingTrivia(SyntaxFactory.Space), lambda);
}
