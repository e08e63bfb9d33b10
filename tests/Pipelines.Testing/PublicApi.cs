using System.Reflection;
using System.Text;

namespace Pipelines.Testing;

/// <summary>What an assembly shows to others, as text that changes only when the API does.</summary>
public static class PublicApi
{
    /// <summary>Types and members that another assembly can use, a line each, in ordinal order.</summary>
    public static string List(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(type.Namespace).Append('.').Append(TypeText.Of(type)).Append(Bases(type)).Append('\n');
            foreach (var line in MemberText.Of(type).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        _ when type.IsSubclassOf(typeof(Delegate)) => "delegate",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Bases(Type type)
    {
        if (type.IsEnum || type.IsSubclassOf(typeof(Delegate)))
        {
            return "";
        }

        var parent = type.BaseType == typeof(object) || type.BaseType == typeof(ValueType) ? null : type.BaseType;
        var own = type.GetInterfaces().Except(parent?.GetInterfaces() ?? []).Where(item => item.IsVisible);
        var names = own.Select(TypeText.Of).Order(StringComparer.Ordinal).ToList();
        if (parent is not null)
        {
            names.Insert(0, TypeText.Of(parent));
        }

        return names.Count == 0 ? "" : $" : {string.Join(", ", names)}";
    }
}
