namespace Pipelines;

/// <summary>Text of others in Markdown: no markup, link, image or mention comes of it.</summary>
public static class MarkdownText
{
    /// <summary>Text within a line.</summary>
    public static string Plain(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace("[", "&#91;", StringComparison.Ordinal)
        .Replace("@", "&#64;", StringComparison.Ordinal)
        .Replace("`", "&#96;", StringComparison.Ordinal);

    /// <summary>Text in a cell of a table.</summary>
    public static string Cell(string text) => Plain(text).Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    /// <summary>Lines as they are, under a heading by which people open and close them.</summary>
    public static string Block(string heading, string lines, bool isOpen) =>
        $"<details{(isOpen ? " open" : "")}><summary>{Plain(heading)}</summary>\n\n<pre>{Plain(lines)}</pre>\n\n</details>\n";
}
