using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>Reads one value of one type from text; strict, and the same in every culture.</summary>
/// <param name="type">What it gives.</param>
/// <param name="name">The type for help.</param>
/// <param name="expectation">Ends the sentence "expected ...".</param>
/// <param name="read">Null when the text is no such value.</param>
internal sealed class ValueReader(Type type, string name, string expectation, Func<string, AbsolutePath, object?> read)
{
    /// <summary>What it gives.</summary>
    public Type Type => type;

    /// <summary>The type for help, such as <c>number</c>.</summary>
    public string Name => name;

    /// <summary>Ends the sentence "expected ...".</summary>
    public string Expectation => expectation;

    /// <summary>Every accepted value, where they can be listed.</summary>
    public ImmutableArray<string> AllowedValues { get; init; } = [];

    /// <summary><see cref="AllowedValues"/> are all there is; else they are examples, or can be combined.</summary>
    public bool IsClosed { get; init; }

    /// <summary>Says in the author's words why a text is no such value; null where nothing is said.</summary>
    public Func<string, string?> Refusal { get; init; } = _ => null;

    /// <summary>What JSON Schema calls its form in a file.</summary>
    public string JsonType { get; init; } = "string";

    /// <summary>Reads the values of a dictionary, whose entries this one reads; null for all else.</summary>
    public ValueReader? PairOf { get; init; }

    /// <summary>The reader of a type, or null when text cannot become it.</summary>
    public static ValueReader? For(Type type) => PlainReaders.For(type) ?? NamedReaders.For(type) ?? OfParseMethod(type)
        ?? (type.IsArray || type.IsGenericType ? null : ConverterReader.For(type));

    /// <summary>Reads the text; relative paths start at <paramref name="root"/>.</summary>
    public bool TryRead(string text, AbsolutePath root, [NotNullWhen(true)] out object? value) => (value = read(text, root)) is not null;

    // The constants of the type, such as Configuration.Release, are what its author would name.
    private static ValueReader? OfParseMethod(Type type)
    {
        if (ParseMethod.Of(type) is not { } parse)
        {
            return null;
        }

        var names = type.GetProperties(BindingFlags.Public | BindingFlags.Static).Where(property => property.PropertyType == type).Select(property => property.Name).ToImmutableArray();
        return new(type, type.Name, names.IsEmpty ? $"a {type.Name}" : $"a {type.Name} such as {string.Join(", ", names)}", (text, _) => parse(text).Value)
        {
            Refusal = text => parse(text).Refusal,
            AllowedValues = names,
        };
    }
}
