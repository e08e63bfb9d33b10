using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace Pipelines.Analyzers.Solutions;

/// <summary>Names of projects and folders as identifiers, each once within its folder.</summary>
/// <param name="taken">Members that are there already.</param>
internal sealed class SolutionNames(params IEnumerable<string> taken)
{
    private readonly HashSet<string> _taken = new(taken, StringComparer.Ordinal);

    /// <summary>An identifier that is not taken yet: <c>Shop.Tests</c> becomes <c>Shop_Tests</c>, a second one <c>Shop_Tests_</c>.</summary>
    public string Next(string name)
    {
        var identifier = Identifier(name);
        while (!_taken.Add(identifier))
        {
            identifier += "_";
        }

        return SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : "@" + identifier;
    }

    /// <summary>The name with <c>_</c> for whatever no identifier may have.</summary>
    public static string Identifier(string name)
    {
        var text = new StringBuilder();
        foreach (var character in name)
        {
            text.Append(SyntaxFacts.IsIdentifierPartCharacter(character) ? character : '_');
        }

        return text.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? text.ToString() : "_" + text;
    }
}
