using System.Collections.Immutable;
using System.Reflection;

namespace Pipelines.Tests.Architecture;

/// <summary>Reads from a compiled assembly what the types of a namespace use.</summary>
internal static class Rooms
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The types of a namespace, with what the compiler nests in them; <c>Name.*</c> takes the namespaces below too.</summary>
    public static ImmutableArray<Type> Types(Assembly assembly, string room) =>
        [.. assembly.GetTypes().Where(type => Covers(room, type.Namespace))];

    /// <summary>Whether a room, written <c>Name</c> or <c>Name.*</c>, holds a namespace.</summary>
    public static bool Covers(string room, string? space) =>
        room.EndsWith(".*", StringComparison.Ordinal)
            ? space == room[..^2] || space?.StartsWith(room[..^1], StringComparison.Ordinal) == true
            : space == room;

    /// <summary>Everything the types name: base, interfaces, fields, signatures, locals, caught exceptions and the operands of their code.</summary>
    public static IEnumerable<Use> Uses(IEnumerable<Type> types) => types.SelectMany(Uses).Distinct();

    private static IEnumerable<Use> Uses(Type type)
    {
        IEnumerable<Type?> named =
        [
            type.BaseType,
            .. type.GetInterfaces(),
            .. type.GetFields(Declared).Select(field => field.FieldType),
            .. type.GetGenericArguments().Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints()),
        ];
        IEnumerable<MethodBase> methods = [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];

        return named.SelectMany(Parts).Select(part => new Use(type, part, Member: null))
            .Concat(methods.SelectMany(method => Uses(type, method)));
    }

    private static IEnumerable<Use> Uses(Type type, MethodBase method)
    {
        var body = method.GetMethodBody();
        IEnumerable<Type?> named =
        [
            (method as MethodInfo)?.ReturnType,
            .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. body?.LocalVariables.Select(local => local.LocalType) ?? [],
            .. body?.ExceptionHandlingClauses.Where(clause => clause.Flags == ExceptionHandlingClauseOptions.Clause).Select(clause => clause.CatchType) ?? [],
        ];

        return named.SelectMany(Parts).Select(part => new Use(type, part, Member: null))
            .Concat(Code.Operands(method).SelectMany(operand => Uses(type, operand)));
    }

    private static IEnumerable<Use> Uses(Type type, MemberInfo operand)
    {
        if (operand is Type used)
        {
            return Parts(used).Select(part => new Use(type, part, Member: null));
        }

        IEnumerable<Type?> arguments = operand is MethodInfo { IsGenericMethod: true } method ? method.GetGenericArguments() : [];
        return arguments.Append(operand.DeclaringType).SelectMany(Parts)
            .Select(part => new Use(type, part, part == operand.DeclaringType ? operand : null));
    }

    /// <summary>A type taken apart: what arrays and references hold, generic arguments, the types around it.</summary>
    private static IEnumerable<Type> Parts(Type? type) => type switch
    {
        null or { IsGenericParameter: true } => [],
        { HasElementType: true } => Parts(type.GetElementType()),
        { IsGenericType: true } => type.GetGenericArguments().SelectMany(Parts).Append(type),
        _ => [type],
    };
}
