using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pipelines.Ci.Yaml;

/// <summary>A piece of YAML, as ordered and as commented as it will be written; texts, switches and whole numbers convert by themselves.</summary>
public abstract record YamlNode
{
    private YamlNode()
    {
    }

    /// <summary>Comment on lines of its own above the node; null when there is none.</summary>
    public string? Above { get; init; }

    /// <summary>Comment behind the node, on its first line; null when there is none.</summary>
    public string? Comment { get; init; }

    /// <summary>A text, which reads back as this text whatever it looks like.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator YamlNode?(string? text) => FromString(text);

    /// <summary>A switch: <c>true</c> or <c>false</c>.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator YamlNode?(bool? value) => FromNullable(value);

    /// <summary>A whole number.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static implicit operator YamlNode?(int? value) => FromNullable(value);

    /// <summary>As the conversion of a text.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static YamlNode? FromString(string? text) => text is null ? null : new Scalar(text);

    /// <summary>As the conversion of a switch.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static YamlNode? FromNullable(bool? value) => value is { } known ? new Scalar(known ? "true" : "false") { Form = ScalarForm.Bare } : null;

    /// <summary>As the conversion of a whole number.</summary>
    [return: NotNullIfNotNull(nameof(value))]
    public static YamlNode? FromNullable(int? value) =>
        value is { } known ? new Scalar(known.ToString(CultureInfo.InvariantCulture)) { Form = ScalarForm.Bare } : null;

    /// <summary>Keys and values in this order; a null leaves its key out.</summary>
    public static Map Mapping(params ReadOnlySpan<(string Key, YamlNode? Value)> entries) => new Map([]).With(entries);

    /// <summary>Keys and values in the order of the pairs.</summary>
    public static Map Mapping<TValue>(IEnumerable<KeyValuePair<string, TValue>> entries, Func<TValue, YamlNode> value) =>
        new([.. entries.Select(entry => new Entry(entry.Key, value(entry.Value)))]);

    /// <summary>Items below each other.</summary>
    public static Sequence List(params IEnumerable<YamlNode> items) => new([.. items]);

    /// <summary>Texts below each other.</summary>
    public static Sequence List(params IEnumerable<string> items) => new([.. items.Select(item => new Scalar(item))]);

    /// <summary>Items on one line, <c>[a, b]</c>, while they are short.</summary>
    public static Sequence Inline(params IEnumerable<YamlNode> items) => new([.. items]) { IsInline = true };

    /// <summary>Texts on one line, <c>[a, b]</c>, while they are short.</summary>
    public static Sequence Inline(params IEnumerable<string> items) => new([.. items.Select(item => new Scalar(item))]) { IsInline = true };

    /// <summary>A script as a block of lines, even when it is one line; its last line is ended where it is not.</summary>
    public static Scalar Script(string text) => new(text.EndsWith('\n') ? text : text + "\n") { Form = ScalarForm.Literal };

    /// <summary>A text in single quotes, even when it needs none: where people expect them, as around conditions and expressions.</summary>
    public static Scalar Quoted(string text) => new(text) { Form = ScalarForm.SingleQuoted };

    /// <summary>Keys with values, in order.</summary>
    /// <param name="Entries">A key stands once.</param>
    public sealed record Map(ImmutableArray<Entry> Entries) : YamlNode
    {
        /// <summary>A blank line parts entries of more than one line; the top of a document is always written so.</summary>
        public bool IsSpaced { get; init; }

        /// <summary>On one line, <c>{a: b}</c>, while it is short.</summary>
        public bool IsInline { get; init; }

        /// <summary>Keys such as <c>on</c> stay bare: whoever reads them reads YAML 1.2, where they are texts.</summary>
        public bool HasBareKeys { get; init; }

        /// <summary>The value of a key; null when there is none.</summary>
        public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key == key)?.Value;

        /// <summary>The map with more at its end; a null leaves its key out.</summary>
        public Map With(params ReadOnlySpan<(string Key, YamlNode? Value)> entries)
        {
            var all = Entries.ToBuilder();
            foreach (var (key, value) in entries)
            {
                if (value is not null)
                {
                    all.Add(new(key, value));
                }
            }

            return this with { Entries = all.ToImmutable() };
        }
    }

    /// <summary>A key and its value.</summary>
    public sealed record Entry(string Key, YamlNode Value);

    /// <summary>Items, in order.</summary>
    public sealed record Sequence(ImmutableArray<YamlNode> Items) : YamlNode
    {
        /// <summary>A blank line parts items of more than one line.</summary>
        public bool IsSpaced { get; init; }

        /// <summary>On one line, <c>[a, b]</c>, while it is short.</summary>
        public bool IsInline { get; init; }

        /// <summary>GitLab's own tag, such as <c>!reference</c>; null for none.</summary>
        public string? Tag { get; init; }
    }

    /// <summary>A single value.</summary>
    /// <param name="Text">What a reader gets, exactly.</param>
    public sealed record Scalar(string Text) : YamlNode
    {
        /// <summary>How it is to be written. A form that would alter the text is not used.</summary>
        public ScalarForm Form { get; init; }
    }
}
