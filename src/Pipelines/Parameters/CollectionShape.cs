using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>How a collection is made of its items.</summary>
/// <param name="Item">Type of the items; a pair for a dictionary.</param>
/// <param name="Make">From an array of items; throws what the collection throws.</param>
internal sealed record CollectionShape(Type Item, Func<Array, object> Make)
{
    /// <summary>The shape of an array, list, set or dictionary with text as key, mutable or not, or of an interface of one; null for another type.</summary>
    public static CollectionShape? Of(Type type)
    {
        if (type.IsArray)
        {
            return new(type.GetElementType()!, items => items);
        }

        if (!type.IsGenericType || ItemOf(type.GetGenericArguments()) is not { } item)
        {
            return null;
        }

        if (type.IsInterface && type.IsAssignableFrom(item.MakeArrayType()))
        {
            return new(item, items => items);
        }

        var made = type.IsInterface ? ClassFor(type) : type;
        if (made?.GetConstructor([typeof(IEnumerable<>).MakeGenericType(item)]) is { } constructor)
        {
            return new(item, items => constructor.Invoke([items]));
        }

        return made is not null && Factory(made) is { } factory ? new(item, items => factory.Invoke(obj: null, [items])!) : null;
    }

    private static Type? ItemOf(Type[] arguments) => arguments switch
    {
        [var item] => item,
        [var key, var value] when key == typeof(string) => typeof(KeyValuePair<,>).MakeGenericType(key, value),
        _ => null,
    };

    private static Type? ClassFor(Type type)
    {
        var arguments = type.GetGenericArguments();
        var made = arguments.Length == 1 ? typeof(HashSet<>).MakeGenericType(arguments) : typeof(Dictionary<,>).MakeGenericType(arguments);
        return type.IsAssignableFrom(made) ? made : null;
    }

    // ImmutableList<T> is made by ImmutableList.CreateRange<T>, and so are its kind.
    private static MethodInfo? Factory(Type type) => type.Assembly
        .GetType($"{type.Namespace}.{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}")?
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(method => method.Name == "CreateRange" && method.GetParameters().Length == 1 && method.GetGenericArguments().Length == type.GetGenericArguments().Length
            && method.GetParameters()[0].ParameterType is { IsGenericType: true } parameter && parameter.GetGenericTypeDefinition() == typeof(IEnumerable<>))?
        .MakeGenericMethod(type.GetGenericArguments());
}
