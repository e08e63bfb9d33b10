using System.Globalization;
using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>The way in for types of authors: a static <c>Parse(string)</c>, or the one of <see cref="IParsable{TSelf}"/>.</summary>
internal static class ParseMethod
{
    /// <summary>Reads text as the type, null where the type refuses it; null when the type has no such method.</summary>
    public static Func<string, object?>? Of(Type type)
    {
        if (Find(type, typeof(string)) is { } simple)
        {
            return text => Call(simple, text);
        }

        return Find(type, typeof(string), typeof(IFormatProvider)) is { } cultured
            ? text => Call(cultured, text, CultureInfo.InvariantCulture)
            : null;
    }

    private static MethodInfo? Find(Type type, params Type[] parameters) =>
        type.GetMethod("Parse", BindingFlags.Public | BindingFlags.Static, parameters) is { } method && method.ReturnType == type ? method : null;

    private static object? Call(MethodInfo method, params object[] arguments)
    {
        try
        {
            return method.Invoke(obj: null, arguments);
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }
}
