namespace Pipelines.Parameters;

/// <summary>Reads the entries of a dictionary: <c>name=value</c>.</summary>
internal static class PairReader
{
    /// <summary>The reader of a <see cref="KeyValuePair{TKey, TValue}"/> with text as key, or null for another type.</summary>
    public static ValueReader? For(Type type)
    {
        if (!type.IsGenericType || type.GetGenericTypeDefinition() != typeof(KeyValuePair<,>) || ValueReader.For(type.GetGenericArguments()[1]) is not { } value)
        {
            return null;
        }

        return new(type, $"name={value.Name}", $"name=value, each name once and each value {value.Expectation}", (text, root) =>
            text.IndexOf('=', StringComparison.Ordinal) is var equals and > 0 && value.TryRead(text[(equals + 1)..], root, out var read)
                ? Activator.CreateInstance(type, text[..equals], read)
                : null)
        {
            PairOf = value,
        };
    }
}
