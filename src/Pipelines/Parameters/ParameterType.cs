using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>How the text of a parameter becomes its value.</summary>
/// <param name="Element">Reads one item, or the value itself.</param>
/// <param name="Collection">Makes the collection of items; null for a plain value.</param>
internal sealed record ParameterType(ValueReader Element, Func<Array, object>? Collection)
{
    /// <summary>Takes any number of values.</summary>
    public bool IsCollection => Collection is not null;

    /// <summary>Takes entries of the form <c>name=value</c>.</summary>
    public bool IsDictionary => Element.PairOf is not null;

    /// <summary>What it holds is a secret by its type.</summary>
    public bool IsSecret => (Element.PairOf ?? Element).Type == typeof(Secret);

    /// <summary>An option without a value means true.</summary>
    public bool IsSwitch => Collection is null && Element.Type == typeof(bool);

    /// <summary>For help, such as <c>bool</c> or <c>Configuration...</c>.</summary>
    public string Name => Element.Name + (IsCollection ? "..." : "");

    /// <summary>The type of a member, or null when text cannot become it.</summary>
    public static ParameterType? Of(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (ValueReader.For(plain) is { } reader)
        {
            return new(reader, Collection: null);
        }

        if (CollectionShape.Of(plain) is { } shape)
        {
            return OfItems(Nullable.GetUnderlyingType(shape.Item) ?? shape.Item) is { } items
                ? new(items, values => shape.Make(Widen(values, shape.Item)))
                : null;
        }

        return JsonReader.For(plain) is { } json ? new(json, Collection: null) : null;
    }

    /// <summary>Reads all words; gives the value, or the first word that is none.</summary>
    public bool TryRead(ImmutableArray<string> words, AbsolutePath root, [NotNullWhen(true)] out object? value, out string wrong)
    {
        (value, wrong) = (null, "");
        var items = Array.CreateInstance(Element.Type, words.Length);
        for (var index = 0; index < words.Length; index++)
        {
            if (!Element.TryRead(words[index], root, out var item))
            {
                wrong = words[index];
                return false;
            }

            items.SetValue(item, index);
        }

        try
        {
            value = Collection is null ? items.GetValue(words.Length - 1)! : Collection(items);
            return true;
        }
        catch (TargetInvocationException)
        {
            // A dictionary refuses a name that comes twice.
            wrong = string.Join(' ', words);
            return false;
        }
    }

    private static ValueReader? OfItems(Type item) => ValueReader.For(item) ?? PairReader.For(item) ?? JsonReader.For(item);

    // The items of an int?[] are read as int.
    private static Array Widen(Array items, Type item)
    {
        if (items.GetType().GetElementType() == item)
        {
            return items;
        }

        var widened = Array.CreateInstance(item, items.Length);
        for (var index = 0; index < items.Length; index++)
        {
            widened.SetValue(items.GetValue(index), index);
        }

        return widened;
    }
}
