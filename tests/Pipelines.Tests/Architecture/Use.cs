using System.Reflection;

namespace Pipelines.Tests.Architecture;

/// <summary>A type and what it names in a signature or in the code of a method.</summary>
internal sealed record Use(Type By, Type Used, MemberInfo? Member)
{
    public string Name => Member is null ? FullName(Used) : $"{FullName(Used)}.{Member.Name}";

    /// <summary>The type as written in source: without the state machines and closures that the compiler nests in it.</summary>
    public static Type Written(Type type)
    {
        var written = type;
        while (written.DeclaringType is { } outer && written.Name.Contains('<', StringComparison.Ordinal))
        {
            written = outer;
        }

        return written;
    }

    public override string ToString() => $"{FullName(Written(By))} uses {Name}";

    private static string FullName(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName ?? type.Name;
}
