using System.ComponentModel;

namespace Pipelines.Parameters;

/// <summary>The way in for types that name a <see cref="TypeConverter"/>.</summary>
internal static class ConverterReader
{
    /// <summary>The reader of a type, or null when no converter of its own takes text.</summary>
    public static ValueReader? For(Type type) => type.IsDefined(typeof(TypeConverterAttribute), inherit: true) && TypeDescriptor.GetConverter(type) is var converter && converter.CanConvertFrom(typeof(string))
        ? new(type, type.Name, $"a {type.Name}", (text, _) => Convert(converter, type, text))
        : null;

    // A converter says no by throwing whatever it likes.
    private static object? Convert(TypeConverter converter, Type type, string text)
    {
        try
        {
            return converter.ConvertFromInvariantString(text) is { } value && type.IsInstanceOfType(value) ? value : null;
        }
#pragma warning disable CA1031 // What a converter of the author throws means that the text is no such value.
        catch (Exception)
#pragma warning restore CA1031
        {
            return null;
        }
    }
}
