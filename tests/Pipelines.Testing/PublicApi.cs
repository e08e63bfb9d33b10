using System.Reflection;
using System.Text;

namespace Pipelines.Testing;

/// <summary>What an assembly shows to others, as text that changes only when the API does.</summary>
public static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Types and members that another assembly can use, a line each, in ordinal order.</summary>
    public static string List(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Head(type)).Append('\n');
            foreach (var line in Members(type).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Head(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => "enum",
            { IsInterface: true } => "interface",
            { IsValueType: true } => "struct",
            _ when typeof(Delegate).IsAssignableFrom(type) => "delegate",
            { IsAbstract: true, IsSealed: true } => "static class",
            { IsAbstract: true } => "abstract class",
            { IsSealed: true } => "sealed class",
            _ => "class",
        };
        var bases = type.IsEnum || type.IsInterface || type.BaseType == typeof(object) || kind == "delegate" ? [] : new[] { type.BaseType };
        var named = bases.OfType<Type>().Where(parent => parent != typeof(ValueType)).Concat(type.GetInterfaces().Where(parent => parent.IsVisible))
            .Select(TypeText.Of).Order(StringComparer.Ordinal).ToList();

        return $"{kind} {type.Namespace}.{TypeText.Of(type)}{(named.Count == 0 ? "" : $" : {string.Join(", ", named)}")}";
    }

    private static IEnumerable<string> Members(Type type) => type switch
    {
        { IsEnum: true } => type.GetFields(Declared).Where(field => field.IsLiteral).Select(field => $"{field.Name} = {field.GetRawConstantValue()}"),
        _ when typeof(Delegate).IsAssignableFrom(type) => [Method(type.GetMethod("Invoke")!)],
        _ => type.GetFields(Declared).Where(field => IsSeen(field.Attributes)).Select(Field)
            .Concat(type.GetProperties(Declared).Select(Property).OfType<string>())
            .Concat(type.GetEvents(Declared).Where(item => IsSeen(item.AddMethod!)).Select(item => $"event {TypeText.Of(item.EventHandlerType!)} {item.Name}"))
            .Concat(type.GetConstructors(Declared).Where(IsSeen).Select(constructor => $"new({Parameters(constructor)})"))
            .Concat(type.GetMethods(Declared).Where(method => IsSeen(method) && IsWritten(method)).Select(Method)),
    };

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsSeen(FieldAttributes field) =>
        (field & FieldAttributes.FieldAccessMask) is FieldAttributes.Public or FieldAttributes.Family or FieldAttributes.FamORAssem;

    // Accessors stand with their property; what every record has says nothing.
    private static bool IsWritten(MethodInfo method) => (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.Name.StartsWith('<')
        && !(method.Name is "Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "Deconstruct" or "op_Equality" or "op_Inequality");

    private static string Field(FieldInfo field) =>
        $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : "")}{TypeText.Of(field.FieldType)} {field.Name}";

    private static string? Property(PropertyInfo property)
    {
        var read = property.GetMethod is { } get && IsSeen(get) ? "get; " : "";
        var write = property.SetMethod is { } set && IsSeen(set) ? IsInit(set) ? "init; " : "set; " : "";
        return (read + write).Length == 0 || property.Name == "EqualityContract" ? null
            : $"{Prefix((property.GetMethod ?? property.SetMethod)!)}{TypeText.Of(property.PropertyType)} {property.Name} {{ {read}{write}}}";
    }

    private static bool IsInit(MethodInfo set) =>
        set.ReturnParameter.GetRequiredCustomModifiers().Any(modifier => modifier.Name == "IsExternalInit");

    private static string Method(MethodInfo method) =>
        $"{Prefix(method)}{TypeText.Of(method.ReturnType)} {method.Name}{TypeText.Arguments(method)}({Parameters(method)})";

    private static string Prefix(MethodInfo method) =>
        method.IsStatic ? "static " : method.IsAbstract && !method.DeclaringType!.IsInterface ? "abstract " : method.IsVirtual && !method.IsFinal && !method.DeclaringType!.IsInterface ? "virtual " : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var form = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{form}{TypeText.Of(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Default(parameter) : "")}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => "default",
        string text => $"\"{text}\"",
        var value => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
    };
}
