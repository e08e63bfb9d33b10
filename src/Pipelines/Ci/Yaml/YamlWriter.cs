using System.Collections.Immutable;

namespace Pipelines.Ci.Yaml;

/// <summary>Writes nodes as text: two spaces a level, line feeds, no anchors, no folded lines, a line feed at the end.</summary>
public static class YamlWriter
{
    // A line of items that is longer than this is easier to read as lines of an item each.
    private const int LongestInline = 80;

    // Readers look no further than 1,024 characters for the colon behind a key.
    private const int LongestKey = 1000;

    /// <summary>The documents of one file; a comment above a document stands apart at its top.</summary>
    /// <exception cref="DefinitionException">A key stands twice in a map, or is too long for a key.</exception>
    public static string Write(params ReadOnlySpan<YamlNode> documents)
    {
        var lines = new List<string>();
        foreach (var document in documents)
        {
            if (lines.Count > 0)
            {
                lines.AddRange(["---", ""]);
            }

            var above = Comments(document.Above);
            lines.AddRange(above);
            if (above.Length > 0)
            {
                lines.Add("");
            }

            lines.AddRange(Short(document) is { } text ? [Behind(text, document)] : Below(document is YamlNode.Map top ? top with { IsSpaced = true } : document));
        }

        return string.Concat(lines.Select(line => line + "\n"));
    }

    private static List<string> Below(YamlNode node) => node switch
    {
        YamlNode.Map map => Joined(Checked(map).Select(entry => EntryLines(entry, map.HasBareKeys ? ScalarPlace.BareKey : ScalarPlace.Key)), map.IsSpaced),
        YamlNode.Sequence sequence => Joined(sequence.Items.Select(ItemLines), sequence.IsSpaced),
        YamlNode.Scalar scalar => BlockLines("", scalar, ScalarText.Block(scalar)!),
        _ => throw new InvalidOperationException($"There is no form for {node}."),
    };

    private static ImmutableArray<YamlNode.Entry> Checked(YamlNode.Map map)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in map.Entries)
        {
            if (!keys.Add(key))
            {
                throw new DefinitionException($"The key '{key}' stands twice in one map. Leave one of them out.");
            }

            if (key.Length > LongestKey)
            {
                throw new DefinitionException($"The key '{key[..40]}…' has {key.Length} characters, and YAML takes {LongestKey}. Make it shorter.");
            }
        }

        return map.Entries;
    }

    private static List<string> EntryLines(YamlNode.Entry entry, ScalarPlace place)
    {
        var key = $"{ScalarText.Line(entry.Key, place)}:";
        var value = entry.Value;
        return
        [
            .. Comments(value.Above),
            .. Short(value) is { } text ? [Behind($"{key} {text}", value)]
                : value is YamlNode.Scalar scalar ? BlockLines($"{key} ", scalar, ScalarText.Block(scalar)!)
                : (IEnumerable<string>)[Behind($"{key}{Tag(value)}", value), .. Below(value).Select(Indented)],
        ];
    }

    private static List<string> ItemLines(YamlNode item)
    {
        var above = Comments(item.Above);
        if (Short(item) is { } text)
        {
            return [.. above, Behind($"- {text}", item)];
        }

        if (item is YamlNode.Scalar scalar)
        {
            return [.. above, .. BlockLines("- ", scalar, ScalarText.Block(scalar)!)];
        }

        var below = Below(item);
        if (item.Comment is not null || Tag(item).Length > 0)
        {
            return [.. above, Behind($"-{Tag(item)}", item), .. below.Select(Indented)];
        }

        // What is said above the first key is said above the dash that shares its line.
        var first = below.FindIndex(line => !line.StartsWith('#'));
        return [.. above, .. below.Take(first), $"- {below[first]}", .. below.Skip(first + 1).Select(Indented)];
    }

    private static List<string> BlockLines(string start, YamlNode.Scalar scalar, IReadOnlyList<string> block) =>
        [Behind(start + block[0], scalar), .. block.Skip(1).Select(Indented)];

    // The node in what is left of a line; null when it needs lines of its own.
    private static string? Short(YamlNode node) => node switch
    {
        YamlNode.Map { Entries.IsEmpty: true } => "{}",
        YamlNode.Sequence { Items.IsEmpty: true } => "[]",
        YamlNode.Scalar scalar => ScalarText.Block(scalar) is null ? ScalarText.Line(scalar, ScalarPlace.Block) : null,
        YamlNode.Map { IsInline: true } or YamlNode.Sequence { IsInline: true } when !HasCommentInside(node) => Inline(node) is { Length: <= LongestInline } text ? text : null,
        _ => null,
    };

    private static string Inline(YamlNode node) => node switch
    {
        YamlNode.Map map => $"{{{string.Join(", ", Checked(map).Select(entry => $"{ScalarText.Line(entry.Key, ScalarPlace.Inline)}: {Inline(entry.Value)}"))}}}",
        YamlNode.Sequence sequence => $"{(sequence.Tag is { } tag ? $"{tag} " : "")}[{string.Join(", ", sequence.Items.Select(Inline))}]",
        YamlNode.Scalar scalar => ScalarText.Line(scalar, ScalarPlace.Inline),
        _ => throw new InvalidOperationException($"There is no form for {node}."),
    };

    private static bool HasCommentInside(YamlNode node) => Children(node).Any(child => child.Above is not null || child.Comment is not null || HasCommentInside(child));

    private static IEnumerable<YamlNode> Children(YamlNode node) => node switch
    {
        YamlNode.Map map => map.Entries.Select(entry => entry.Value),
        YamlNode.Sequence sequence => sequence.Items,
        _ => [],
    };

    private static List<string> Joined(IEnumerable<List<string>> parts, bool spaced)
    {
        var lines = new List<string>();
        var before = 0;
        foreach (var part in parts)
        {
            if (spaced && lines.Count > 0 && (before > 1 || part.Count > 1))
            {
                lines.Add("");
            }

            lines.AddRange(part);
            before = part.Count;
        }

        return lines;
    }

    private static string Tag(YamlNode node) => node is YamlNode.Sequence { Tag: { } tag } ? $" {tag}" : "";

    private static string Indented(string line) => line.Length == 0 ? line : $"  {line}";

    private static string Behind(string line, YamlNode node) => node.Comment is { } comment ? $"{line} # {Printable(comment.ReplaceLineEndings(" "))}" : line;

    private static ImmutableArray<string> Comments(string? text) =>
        text is null ? [] : [.. text.ReplaceLineEndings("\n").Split('\n').Select(line => line.Length == 0 ? "#" : $"# {Printable(line)}")];

    // A comment ends with its line, whatever a reader takes for the end of one.
    private static string Printable(string text) => new([.. text.Select((letter, index) => letter == '\t' || ScalarText.MustEscape(text, index) ? ' ' : letter)]);
}
