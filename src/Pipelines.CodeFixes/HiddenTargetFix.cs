using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pipelines.Analyzers;

namespace Pipelines.CodeFixes;

/// <summary>Lets a target stand for the one of a component.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class HiddenTargetFix : EngineFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.Hidden.Id];

    private protected override string Title => "Make it public";

    private protected override Mend? Find(SyntaxNode found, SemanticModel model, CancellationToken cancellationToken) =>
        found.Declaration() is PropertyDeclarationSyntax target && !target.Modifiers.Any(SyntaxKind.PublicKeyword) ? new(target, target.Public()) : null;
}
