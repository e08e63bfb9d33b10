using Microsoft.CodeAnalysis;

namespace Pipelines.CodeFixes;

/// <summary>One piece of a file in place of another.</summary>
internal sealed record Mend(SyntaxNode Old, SyntaxNode New);
