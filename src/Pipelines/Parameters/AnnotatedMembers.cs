using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;

namespace Pipelines.Parameters;

/// <summary>
/// The fields and properties of a type that have attributes. To list all properties makes reflection search the methods of each among those of
/// all others, which is most of a start for ten thousand targets; so they are found in the metadata.
/// </summary>
internal static class AnnotatedMembers
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Those that the type itself declares and that have an attribute of the given type.</summary>
    public static IEnumerable<MemberInfo> Of<TAttribute>(Type type)
        where TAttribute : Attribute => type.GetFields(Declared).Concat(Properties(type)).Where(member => member.IsDefined(typeof(TAttribute), inherit: false));

    private static IEnumerable<MemberInfo> Properties(Type type) => AssemblyMetadata.Of(type.Assembly) is { } reader
        ? Annotated(reader, type.MetadataToken).SelectMany(name => type.GetMember(name, MemberTypes.Property, Declared))
        : type.GetProperties(Declared);

    private static List<string> Annotated(MetadataReader reader, int type)
    {
        var names = new List<string>();

        // No query: one over handles, which are values, is compiled anew at every start.
        foreach (var handle in reader.GetTypeDefinition((TypeDefinitionHandle)MetadataTokens.Handle(type)).GetProperties())
        {
            var property = reader.GetPropertyDefinition(handle);
            if (property.GetCustomAttributes().Count > 0)
            {
                names.Add(reader.GetString(property.Name));
            }
        }
        return names;
    }
}
