using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Pipelines.Analyzers;

namespace Pipelines.CodeFixes;

/// <summary>Makes a parameter an instance member.</summary>
[Shared]
[ExportCodeFixProvider(LanguageNames.CSharp)]
public sealed class StaticParameterFix : EngineFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [Rules.StaticParameter.Id];

    private protected override string Title => "Make it an instance member";

    private protected override Mend? Find(SyntaxNode found, SemanticModel model, CancellationToken cancellationToken) =>
        found.Declaration() is { } member ? new(member, member.Without(SyntaxKind.StaticKeyword)) : null;
}
