using System.Globalization;
using System.Numerics;

namespace Pipelines.Parameters;

/// <summary>Readers of the types that every build has at hand.</summary>
internal static class PlainReaders
{
    private const string Number = "a number such as 0.95";

    /// <summary>The reader of a type, or null when it is not one of these. Made on demand: a table of all would be compiled at every start.</summary>
    public static ValueReader? For(Type type) => Type.GetTypeCode(type) switch
    {
        _ when type.IsEnum => null,
        TypeCode.String => new(type, "text", "text", (text, _) => text),
        TypeCode.Boolean => new(type, "bool", "true or false", (text, _) => bool.TryParse(text, out var value) ? value : null) { JsonType = "boolean" },
        TypeCode.Char => new(type, "character", "one character", (text, _) => text.Length == 1 ? text[0] : null),
        TypeCode.SByte => Whole<sbyte>(),
        TypeCode.Byte => Whole<byte>(),
        TypeCode.Int16 => Whole<short>(),
        TypeCode.UInt16 => Whole<ushort>(),
        TypeCode.Int32 => Whole<int>(),
        TypeCode.UInt32 => Whole<uint>(),
        TypeCode.Int64 => Whole<long>(),
        TypeCode.UInt64 => Whole<ulong>(),
        TypeCode.Single => new(type, "number", Number, (text, _) => float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && float.IsFinite(value) ? value : null) { JsonType = "number" },
        TypeCode.Double => new(type, "number", Number, (text, _) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value) ? value : null) { JsonType = "number" },
        TypeCode.Decimal => new(type, "number", Number, (text, _) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : null) { JsonType = "number" },
        TypeCode.DateTime => CalendarReaders.For(type),
        TypeCode.Object => ForObject(type),
        _ => null,
    };

    private static ValueReader? ForObject(Type type)
    {
        if (type == typeof(Secret))
        {
            return new(type, "secret", "text", (text, _) => new Secret(text));
        }

        if (type == typeof(AbsolutePath))
        {
            return new(type, "path", "a path, absolute or from the root", (text, root) => text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal) ? root / text : null);
        }

        if (type == typeof(TimeSpan))
        {
            return new(type, "time", Duration.Expectation, (text, _) => Duration.TryRead(text));
        }

        return type == typeof(Uri)
            ? new(type, "address", "an absolute address such as https://example.org", (text, _) => Uri.TryCreate(text, UriKind.Absolute, out var value) && value.Scheme != Uri.UriSchemeFile ? value : null)
            : type.Assembly == typeof(string).Assembly ? ForRarer(type) : null;
    }

    private static ValueReader? ForRarer(Type type)
    {
        if (type == typeof(Guid))
        {
            return new(type, "guid", "a GUID such as 6f9619ff-8b86-d011-b42d-00cf4fc964ff", (text, _) => Guid.TryParse(text, out var value) ? value : null);
        }

        if (type == typeof(Version))
        {
            return new(type, "version", "a version such as 1.2 or 1.2.3.4", (text, _) => Version.TryParse(text, out var value) ? value : null);
        }

        if (type == typeof(Half))
        {
            return new(type, "number", Number, (text, _) => Half.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && Half.IsFinite(value) ? value : null) { JsonType = "number" };
        }

        if (type == typeof(Int128))
        {
            return Whole<Int128>();
        }

        return type == typeof(UInt128) ? Whole<UInt128>() : CalendarReaders.For(type);
    }

    private static ValueReader Whole<T>()
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(
            typeof(T),
            "whole number",
            $"a whole number from {T.MinValue.ToString(format: null, CultureInfo.InvariantCulture)} to {T.MaxValue.ToString(format: null, CultureInfo.InvariantCulture)}",
            (text, _) => T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null)
        {
            JsonType = "integer",
        };
}
