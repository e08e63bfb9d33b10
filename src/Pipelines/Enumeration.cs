using System.ComponentModel;
using System.Globalization;
using System.Reflection;

namespace Pipelines;

/// <summary>
/// A closed set of named values in a class of its own, in NUKE's shape:
/// <c>class Flavour : Enumeration { public static Flavour Sweet = new() { Value = nameof(Sweet) }; }</c>.
/// </summary>
#pragma warning disable CA1724 // NUKE's word; System.IO.Enumeration is a namespace that no build writes.
public abstract class Enumeration
#pragma warning restore CA1724
{
    /// <summary>The name as it is written on the command line and in files.</summary>
    protected internal string Value { get; set; } = "";

    /// <summary>Both are the same type and have the same name.</summary>
    public static bool operator ==(Enumeration? left, Enumeration? right) => Equals(left, right);

    /// <summary>The types or the names differ.</summary>
    public static bool operator !=(Enumeration? left, Enumeration? right) => !Equals(left, right);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Enumeration other && other.GetType() == GetType() && other.Value == Value;

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>The values that a type declares as public static fields or properties of its own type, in the order of declaration.</summary>
    internal static IReadOnlyList<Enumeration> All(Type type)
    {
        const BindingFlags statics = BindingFlags.Public | BindingFlags.Static | BindingFlags.FlattenHierarchy;
        var fields = type.GetFields(statics).Where(field => field.FieldType == type).Select(field => field.GetValue(obj: null));
        var properties = type.GetProperties(statics).Where(property => property.PropertyType == type).Select(property => property.GetValue(obj: null));
        return [.. fields.Concat(properties).OfType<Enumeration>()];
    }

    /// <summary>Reads a value by its name, for whatever asks the type for its converter.</summary>
    /// <typeparam name="T">The type with the values.</typeparam>
    public sealed class TypeConverter<T> : TypeConverter
        where T : Enumeration
    {
        /// <inheritdoc/>
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        /// <inheritdoc/>
        /// <exception cref="FormatException">No value has the name.</exception>
        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => value is string text
            ? All(typeof(T)).FirstOrDefault(known => known.Value.Equals(text, StringComparison.OrdinalIgnoreCase))
                ?? throw new FormatException($"'{text}' is no {typeof(T).Name}. Give one of {string.Join(", ", All(typeof(T)))}.")
            : base.ConvertFrom(context, culture, value);
    }
}
