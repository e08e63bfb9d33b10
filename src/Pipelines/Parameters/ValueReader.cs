using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pipelines.Parameters;

/// <summary>Reads one value of one type from text; strict, and the same in every culture.</summary>
/// <param name="type">What it gives.</param>
/// <param name="name">The type for help.</param>
/// <param name="expectation">Ends the sentence "expected ...".</param>
/// <param name="read">Null when the text is no such value.</param>
internal sealed class ValueReader(Type type, string name, string expectation, Func<string, AbsolutePath, object?> read)
{
    private static readonly Dictionary<Type, ValueReader> Known = new ValueReader[]
    {
        new(typeof(string), "text", "text", (text, _) => text),
        new(typeof(Secret), "secret", "text", (text, _) => new Secret(text)),
        new(typeof(bool), "bool", "true or false", (text, _) => bool.TryParse(text, out var value) ? value : null),
        Whole<byte>(),
        Whole<short>(),
        Whole<ushort>(),
        Whole<int>(),
        Whole<uint>(),
        Whole<long>(),
        Whole<ulong>(),
        new(typeof(double), "number", "a number such as 0.95", (text, _) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null),
        new(typeof(float), "number", "a number such as 0.95", (text, _) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? value : null),
        new(typeof(decimal), "number", "a number such as 0.95", (text, _) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null),
        new(typeof(TimeSpan), "time", Duration.Expectation, (text, _) => Duration.TryRead(text)),
        new(typeof(Uri), "address", "an absolute address such as https://example.org", (text, _) => Uri.TryCreate(text, UriKind.Absolute, out var value) && value.Scheme != Uri.UriSchemeFile ? value : null),
        new(typeof(AbsolutePath), "path", "a path, absolute or from the root", (text, root) => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal) ? root / text : null),
    }.ToDictionary(reader => reader.Type);

    /// <summary>What it gives.</summary>
    public Type Type => type;

    /// <summary>The type for help, such as <c>number</c>.</summary>
    public string Name => name;

    /// <summary>Ends the sentence "expected ...".</summary>
    public string Expectation => expectation;

    /// <summary>Every accepted value, where they can be listed.</summary>
    public ImmutableArray<string> AllowedValues { get; private init; } = [];

    /// <summary>The reader of a type, or null when text cannot become it.</summary>
    public static ValueReader? For(Type type) =>
        Known.GetValueOrDefault(type) ?? (type.IsEnum ? OfEnum(type) : ParseMethod.Of(type) is { } parse ? new(type, type.Name, $"a {type.Name}", (text, _) => parse(text)) : null);

    /// <summary>Reads the text; relative paths start at <paramref name="root"/>.</summary>
    public bool TryRead(string text, AbsolutePath root, [NotNullWhen(true)] out object? value) => (value = read(text, root)) is not null;

    private static ValueReader Whole<T>()
        where T : struct, System.Numerics.IBinaryInteger<T>, System.Numerics.IMinMaxValue<T> => new(
            typeof(T),
            "whole number",
            string.Create(CultureInfo.InvariantCulture, $"a whole number from {T.MinValue} to {T.MaxValue}"),
            (text, _) => T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null);

    // By name alone: a number in place of a name is a mistake more often than a wish.
    private static ValueReader OfEnum(Type type)
    {
        var names = Enum.GetNames(type).ToImmutableArray();
        return new(type, type.Name, $"one of {string.Join(", ", names)}", (text, _) => names.FirstOrDefault(name => Spelling.Key(name) == Spelling.Key(text)) is { } name ? Enum.Parse(type, name) : null)
        {
            AllowedValues = names,
        };
    }
}
