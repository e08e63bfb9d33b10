using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>Readers of types whose values have names: enums, flags, and classes of the kind <see cref="Enumeration"/>. Case and dashes do not count.</summary>
internal static class NamedReaders
{
    private static readonly char[] Between = [',', '|'];

    /// <summary>The reader of a type, or null when its values have no names.</summary>
    public static ValueReader? For(Type type)
    {
        if (type.IsEnum)
        {
            return type.IsDefined(typeof(FlagsAttribute), inherit: false) ? OfFlags(type) : OfEnum(type);
        }

        return type.IsSubclassOf(typeof(Enumeration)) ? OfEnumeration(type) : null;
    }

    // By name alone: a number in place of a name is a mistake more often than a wish.
    private static ValueReader OfEnum(Type type)
    {
        var names = Enum.GetNames(type).ToImmutableArray();
        return Closed(type, names, text => Find(names, text) is { } name ? Enum.Parse(type, name) : null);
    }

    private static ValueReader OfFlags(Type type)
    {
        var names = Enum.GetNames(type).ToImmutableArray();
        return new(type, type.Name, $"one or more of {string.Join(", ", names)}, separated by commas", (text, _) =>
        {
            var found = text.Split(Between, StringSplitOptions.TrimEntries).Select(word => Find(names, word)).ToArray();
            return found.Any(name => name is null) ? null : Enum.Parse(type, string.Join(',', found));
        })
        {
            AllowedValues = names,
        };
    }

    private static ValueReader OfEnumeration(Type type)
    {
        var values = Enumeration.All(type);
        return Closed(type, [.. values.Select(value => value.Value)], text => values.FirstOrDefault(value => Spelling.Key(value.Value) == Spelling.Key(text)));
    }

    private static ValueReader Closed(Type type, ImmutableArray<string> names, Func<string, object?> find) =>
        new(type, type.Name, $"one of {string.Join(", ", names)}", (text, _) => find(text))
        {
            AllowedValues = names,
            IsClosed = true,
        };

    private static string? Find(ImmutableArray<string> names, string text) => names.FirstOrDefault(name => Spelling.Key(name) == Spelling.Key(text));
}
