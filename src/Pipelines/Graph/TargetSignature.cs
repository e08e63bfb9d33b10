using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Runtime.CompilerServices;

namespace Pipelines.Graph;

/// <summary>Judges a property's type by the name in the metadata: asking reflection would load the assemblies of all other properties.</summary>
internal static class TargetSignature
{
    private static readonly ConditionalWeakTable<Assembly, MetadataReader> Readers = [];

    public static bool IsTarget(PropertyInfo property)
    {
        if (property.GetMethod is not { } getter || property.Module.Assembly.IsDynamic)
        {
            return false;
        }
        var reader = Readers.GetValue(property.Module.Assembly, Open);
        var method = reader.GetMethodDefinition((MethodDefinitionHandle)MetadataTokens.Handle(getter.MetadataToken));
        var signature = reader.GetBlobReader(method.Signature);
        var header = signature.ReadSignatureHeader();
        if (header.IsGeneric || signature.ReadCompressedInteger() != 0)
        {
            return false;
        }
        var code = signature.ReadSignatureTypeCode();
        if (code == SignatureTypeCode.GenericTypeInstance)
        {
            code = signature.ReadSignatureTypeCode();
        }
        return code == SignatureTypeCode.TypeHandle && IsTarget(reader, signature.ReadTypeHandle());
    }

    private static bool IsTarget(MetadataReader reader, EntityHandle type) => type.Kind switch
    {
        HandleKind.TypeReference => IsTarget(reader, reader.GetTypeReference((TypeReferenceHandle)type).Namespace, reader.GetTypeReference((TypeReferenceHandle)type).Name),
        HandleKind.TypeDefinition => IsTarget(reader, reader.GetTypeDefinition((TypeDefinitionHandle)type).Namespace, reader.GetTypeDefinition((TypeDefinitionHandle)type).Name),
        _ => false,
    };

    private static bool IsTarget(MetadataReader reader, StringHandle space, StringHandle name) =>
        reader.StringComparer.Equals(space, "Pipelines")
        && (reader.StringComparer.Equals(name, "Target") || reader.StringComparer.Equals(name, "Target`1"));

    private static unsafe MetadataReader Open(Assembly assembly) => assembly.TryGetRawMetadata(out var blob, out var length)
        ? new MetadataReader(blob, length)
        : throw new DefinitionException($"The assembly '{assembly.GetName().Name}' has no metadata to read targets from.");
}
