using System.Globalization;
using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>The way in for types of authors: a static <c>Parse(string)</c>, or the one of <see cref="IParsable{TSelf}"/>.</summary>
internal static class ParseMethod
{
    /// <summary>Reads text as the type, or says in the words of the type's author why not; null when the type has no such method.</summary>
    public static Func<string, (object? Value, string? Refusal)>? Of(Type type)
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

    private static (object? Value, string? Refusal) Call(MethodInfo method, params object[] arguments)
    {
        try
        {
            return (method.Invoke(obj: null, arguments), null);
        }
        catch (TargetInvocationException exception)
        {
            // What a parser of the framework throws says nothing of the type.
            return (null, exception.InnerException is { } refused && refused.TargetSite?.DeclaringType == method.DeclaringType ? refused.Message : null);
        }
    }
}
