using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using Pipelines.Parameters;

namespace Pipelines.Graph;

/// <summary>Judges what a getter gives by the name in the metadata: asking reflection would load the assemblies of all others.</summary>
internal static class TargetSignature
{
    public static bool IsTarget(MethodInfo getter)
    {
        if (AssemblyMetadata.Of(getter.Module.Assembly) is not { } reader)
        {
            return false;
        }
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
}
