using System.Collections.Immutable;

namespace Pipelines.Nuke;

/// <summary>The versions that NUKE sets beside the one of the package: to MSBuild they are properties.</summary>
internal static class Versions
{
    public static ImmutableSortedDictionary<string, string> WithVersions(this ImmutableSortedDictionary<string, string> properties, string? assembly, string? file, string? informational) =>
        properties.With("AssemblyVersion", assembly).With("FileVersion", file).With("InformationalVersion", informational);

    private static ImmutableSortedDictionary<string, string> With(this ImmutableSortedDictionary<string, string> properties, string name, string? value) =>
        value is null ? properties : properties.SetItem(name, value);
}
