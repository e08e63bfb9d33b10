using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pipelines.Graph;

/// <summary>Finds and reads properties that are targets.</summary>
internal static class TargetProperty
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Targets that a type itself declares, as they are written; explicit implementations are found with their interface.</summary>
    public static IReadOnlyList<PropertyInfo> DeclaredBy(Type type) =>
        [.. type.GetProperties(Declared).Where(property => !property.Name.Contains('.', StringComparison.Ordinal) && TargetSignature.IsTarget(property))];

    public static Delegate Read(PropertyInfo property, object build) => property.GetMethod!.CreateDelegate<Func<Delegate>>(build)();

    /// <summary>Reads what the declaring type says, even where a class overrides it.</summary>
    public static Delegate ReadDefault(PropertyInfo property, object build) =>
        ((Func<Delegate>)Activator.CreateInstance(typeof(Func<Delegate>), build, property.GetMethod!.MethodHandle.GetFunctionPointer())!)();

    /// <summary>The definition that the given one replaces: in a base class, else in a component.</summary>
    public static PropertyInfo? FindBase(string name, Delegate current, object build)
    {
        var declaring = Author(current.Method.DeclaringType!);
        if (!declaring.IsInterface)
        {
            for (var type = declaring.BaseType; type is not null; type = type.BaseType)
            {
                if (Find(type, name) is { } property)
                {
                    return property;
                }
            }
        }
        var components = declaring.IsInterface ? declaring.GetInterfaces() : build.GetType().GetInterfaces();
        return components.Select(component => Find(component, name)).FirstOrDefault(property => property is not null);
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

    private static PropertyInfo? Find(Type type, string name) =>
        type.GetProperty(name, Declared) is { GetMethod.IsAbstract: false } property && TargetSignature.IsTarget(property) ? property : null;
}
