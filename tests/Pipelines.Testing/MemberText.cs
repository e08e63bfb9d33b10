using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Pipelines.Testing;

/// <summary>Members written nearly as in source.</summary>
internal static class MemberText
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    public static IEnumerable<string> Of(Type type) => type switch
    {
        { IsEnum: true } => type.GetFields(Declared).Where(field => field.IsLiteral).Select(field => $"{field.Name} = {field.GetRawConstantValue()}"),
        _ when type.IsSubclassOf(typeof(Delegate)) => [Method(type.GetMethod("Invoke")!)],
        _ => type.GetFields(Declared).Where(field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly).Select(Field)
            .Concat(type.GetProperties(Declared).Select(Property).OfType<string>())
            .Concat(type.GetEvents(Declared).Where(item => IsSeen(item.AddMethod)).Select(item => $"event {TypeText.Of(item.EventHandlerType!)} {item.Name}"))
            .Concat(type.GetConstructors(Declared).Where(IsSeen).Select(constructor => $"new({Parameters(constructor)})"))
            .Concat(type.GetMethods(Declared).Where(method => IsSeen(method) && IsWritten(method)).Select(Method)),
    };

    private static bool IsSeen(MethodBase? method) => method is not null && (method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);

    // Accessors stand with their property; what every record has says nothing.
    private static bool IsWritten(MethodInfo method) =>
        (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
        && !method.Name.StartsWith('<')
        && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "PrintMembers" or "Deconstruct" or "op_Equality" or "op_Inequality");

    private static string Field(FieldInfo field)
    {
        var type = TypeText.Of(field.FieldType, Nullability.Create(field));
        return field.IsLiteral ? $"const {type} {field.Name} = {field.GetRawConstantValue()}" : $"{(field.IsStatic ? "static " : "")}{type} {field.Name}";
    }

    private static string? Property(PropertyInfo property)
    {
        var read = IsSeen(property.GetMethod) ? "get; " : "";
        var write = IsSeen(property.SetMethod) ? IsInit(property.SetMethod!) ? "init; " : "set; " : "";
        if ((read + write).Length == 0 || property.Name == "EqualityContract")
        {
            return null;
        }

        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var type = TypeText.Of(property.PropertyType, Nullability.Create(property));
        return $"{Prefix(property.GetAccessors(nonPublic: true)[0])}{required}{type} {property.Name} {{ {read}{write}}}";
    }

    private static bool IsInit(MethodInfo set) => set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit));

    private static string Method(MethodInfo method)
    {
        var result = TypeText.Of(method.ReturnType, Nullability.Create(method.ReturnParameter));
        return $"{Prefix(method)}{result} {method.Name}{TypeText.Arguments(method)}({Parameters(method)})";
    }

    // Members of interfaces and delegates are virtual by nature, except where an interface gives a default.
    private static string Prefix(MethodInfo method) => method switch
    {
        { IsStatic: true } => "static ",
        _ when method.DeclaringType!.IsInterface => method.IsAbstract ? "" : "default ",
        _ when method.DeclaringType.IsSubclassOf(typeof(Delegate)) || method.IsFinal || !method.IsVirtual => "",
        _ when method.GetBaseDefinition() != method => "override ",
        { IsAbstract: true } => "abstract ",
        _ => "virtual ",
    };

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        var isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute));
        var form = isParams ? "params " : parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? "ref " : "";
        var type = TypeText.Of(parameter.ParameterType, Nullability.Create(parameter));
        return $"{form}{type} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Default(parameter)}" : "")}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => "default",
        string text => $"\"{text}\"",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
