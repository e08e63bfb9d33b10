using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pipelines.Graph;

/// <summary>
/// Finds and reads properties that are targets, by their getters: a list of properties, other than one of methods, makes reflection look each up among all.
/// </summary>
internal static class TargetProperty
{
    private const string Get = "get_";
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Getters of the targets that a type itself declares, as they are written; explicit implementations are found with their interface.</summary>
    public static IReadOnlyList<MethodInfo> DeclaredBy(Type type)
    {
        MethodInfo[] getters = [.. type.GetMethods(Declared).Where(IsTarget)];
        Array.Sort(getters, static (left, right) => left.MetadataToken.CompareTo(right.MetadataToken));
        return getters;
    }

    public static string NameOf(MethodInfo getter) => getter.Name[Get.Length..];

    public static Delegate Read(MethodInfo getter, object build) => getter.CreateDelegate<Func<Delegate>>(build)();

    /// <summary>Reads what the declaring type says, even where a class overrides it.</summary>
    public static Delegate ReadDefault(MethodInfo getter, object build) =>
        ((Func<Delegate>)Activator.CreateInstance(typeof(Func<Delegate>), build, getter.MethodHandle.GetFunctionPointer())!)();

    /// <summary>The definition that the given one replaces: in a base class, else in a component.</summary>
    public static MethodInfo? FindBase(string name, Delegate current, object build)
    {
        var declaring = Author(current.Method.DeclaringType!);
        if (!declaring.IsInterface)
        {
            for (var type = declaring.BaseType; type is not null; type = type.BaseType)
            {
                if (Find(type, name) is { } getter)
                {
                    return getter;
                }
            }
        }
        var components = declaring.IsInterface ? declaring.GetInterfaces() : build.GetType().GetInterfaces();
        return components.Select(component => Find(component, name)).FirstOrDefault(getter => getter is not null);
    }

    // A lambda lives in a class that the compiler nests in the one which wrote it.
    private static Type Author(Type type)
    {
        while (type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && type.DeclaringType is { } outer)
        {
            type = outer;
        }
        return type;
    }

    private static MethodInfo? Find(Type type, string name) =>
        type.GetMethod($"{Get}{name}", Declared, Type.EmptyTypes) is { IsAbstract: false } getter && IsTarget(getter) ? getter : null;

    private static bool IsTarget(MethodInfo method) => method.IsSpecialName && method.Name.StartsWith(Get, StringComparison.Ordinal) && TargetSignature.IsTarget(method);
}
