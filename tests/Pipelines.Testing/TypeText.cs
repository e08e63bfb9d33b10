using System.Reflection;

namespace Pipelines.Testing;

/// <summary>Types written as in source, without namespaces.</summary>
internal static class TypeText
{
    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(char)] = "char",
    };

    public static string Of(Type type) => type switch
    {
        { IsByRef: true } => Of(type.GetElementType()!),
        { IsArray: true } => $"{Of(type.GetElementType()!)}[]",
        { IsGenericParameter: true } => type.Name,
        _ when Keywords.TryGetValue(type, out var keyword) => keyword,
        _ when Nullable.GetUnderlyingType(type) is { } value => $"{Of(value)}?",
        _ => Named(type),
    };

    /// <summary>With the mark of a reference that may be null.</summary>
    public static string Of(Type type, NullabilityInfo nullability) =>
        Of(type) + (type is { IsValueType: false, IsGenericParameter: false } && (nullability.ReadState == NullabilityState.Nullable || nullability.WriteState == NullabilityState.Nullable) ? "?" : "");

    public static string Arguments(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Of))}>" : "";

    private static string Named(Type type)
    {
        var owner = type.DeclaringType is { } declaring ? $"{Named(declaring)}." : "";
        // A nested type repeats the arguments of the type around it.
        var outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        var own = type.GetGenericArguments().Skip(outer).Select(Of).ToList();
        return $"{owner}{type.Name.Split('`')[0]}{(own.Count == 0 ? "" : $"<{string.Join(", ", own)}>")}";
    }
}
