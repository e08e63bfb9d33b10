using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>Fields and properties alike: their type, and reading and writing them.</summary>
internal static class MemberValue
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>The type of a field or property.</summary>
    public static Type TypeOf(MemberInfo member) => member is FieldInfo field ? field.FieldType : ((PropertyInfo)member).PropertyType;

    /// <summary>Belongs to the type, not to an instance.</summary>
    public static bool IsStatic(MemberInfo member) => member is FieldInfo { IsStatic: true } or PropertyInfo { GetMethod.IsStatic: true };

    /// <summary>The field that keeps the value: the member itself, or what the compiler made for an automatic property; null when the value is computed.</summary>
    public static FieldInfo? Storage(MemberInfo member) =>
        member as FieldInfo ?? member.DeclaringType?.GetField($"<{member.Name}>k__BackingField", Declared);

    /// <summary>What the storage of a member keeps; null for a computed property, which may need a running build to answer.</summary>
    public static object? Kept(object instance, MemberInfo member) =>
        member.DeclaringType is { IsInterface: false } && Storage(member) is { } storage ? storage.GetValue(instance) : null;

    /// <summary>What a computed property of a component answers; null when it cannot.</summary>
    public static object? Computed(object instance, MemberInfo member)
    {
        try
        {
            return member is PropertyInfo { GetMethod: not null, DeclaringType.IsInterface: true } property ? property.GetValue(instance) : null;
        }
        catch (TargetInvocationException)
        {
            return null;
        }
    }

    /// <summary>Writes a value where there is a place for it; computed properties read it from the table of values.</summary>
    public static void Write(object instance, MemberInfo member, object? value)
    {
        if (Storage(member) is { } storage)
        {
            storage.SetValue(instance, value);
        }
        else if (member is PropertyInfo { SetMethod: not null } property)
        {
            property.SetValue(instance, value);
        }
    }
}
