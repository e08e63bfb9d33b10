using System.Reflection;
using System.Reflection.Metadata;
using System.Runtime.CompilerServices;

namespace Pipelines.Parameters;

/// <summary>The metadata of assemblies as they are in the file: reading it loads no type and looks nothing up.</summary>
internal static class AssemblyMetadata
{
    private static readonly ConditionalWeakTable<Assembly, MetadataReader> Readers = [];

    /// <summary>Null for an assembly that was made while the program runs.</summary>
    public static MetadataReader? Of(Assembly assembly) => assembly.IsDynamic ? null : Readers.GetValue(assembly, Open);

    private static unsafe MetadataReader Open(Assembly assembly) => assembly.TryGetRawMetadata(out var blob, out var length)
        ? new MetadataReader(blob, length)
        : throw new DefinitionException($"The assembly '{assembly.GetName().Name}' has no metadata to read a build class from.");
}
