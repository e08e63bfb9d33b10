using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Pipelines.CodeFixes;

/// <summary>The words before a member, with the space around them kept.</summary>
internal static class Modifiers
{
    /// <summary>The field or property that a name belongs to.</summary>
    public static MemberDeclarationSyntax? Declaration(this SyntaxNode found) => found.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault();

    public static MemberDeclarationSyntax Without(this MemberDeclarationSyntax member, params SyntaxKind[] kinds) =>
        Change(member, member.Modifiers.Where(modifier => !kinds.Contains(modifier.Kind())));

    public static MemberDeclarationSyntax Public(this MemberDeclarationSyntax member)
    {
        var others = member.Modifiers.Where(modifier =>
            modifier.Kind() is not (SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PublicKeyword));
        return Change(member, [SyntaxFactory.Token(SyntaxKind.PublicKeyword).WithTrailingTrivia(SyntaxFactory.Space), .. others]);
    }

    // What stands before the first word, comments too, belongs to the member.
    private static MemberDeclarationSyntax Change(MemberDeclarationSyntax member, IEnumerable<SyntaxToken> modifiers)
    {
        if (member.AttributeLists.Count > 0)
        {
            var line = member.Modifiers.Count > 0 ? member.Modifiers[0].LeadingTrivia : TypeOf(member).GetLeadingTrivia();
            var bare = Bare(member, modifiers);
            return bare.Modifiers.Count > 0
                ? bare.WithModifiers(bare.Modifiers.Replace(bare.Modifiers[0], bare.Modifiers[0].WithLeadingTrivia(line)))
                : bare.ReplaceNode(TypeOf(bare), TypeOf(bare).WithLeadingTrivia(line));
        }

        return Bare(member, modifiers).WithLeadingTrivia(member.GetLeadingTrivia());
    }

    private static MemberDeclarationSyntax Bare(MemberDeclarationSyntax member, IEnumerable<SyntaxToken> modifiers)
    {
        var untouched = member.ReplaceNode(TypeOf(member), TypeOf(member).WithoutLeadingTrivia());
        return untouched.WithModifiers(SyntaxFactory.TokenList(modifiers.Select(modifier => modifier.WithLeadingTrivia())));
    }

    private static TypeSyntax TypeOf(MemberDeclarationSyntax member) => member switch
    {
        FieldDeclarationSyntax field => field.Declaration.Type,
        BasePropertyDeclarationSyntax property => property.Type,
        _ => throw new ArgumentException($"{member.Kind()} has no type.", nameof(member)),
    };
}
