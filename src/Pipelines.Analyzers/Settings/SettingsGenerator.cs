using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Settings;

/// <summary>Writes NUKE's fluent words for a record of settings: <c>SetX</c>, <c>EnableX</c>, <c>AddX</c>, and the task that runs it.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class SettingsGenerator : IIncrementalGenerator
{
    private const string Attribute = "Pipelines.Nuke.TaskSettingsAttribute";

    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var types = context.SyntaxProvider.ForAttributeWithMetadataName(Attribute, (_, _) => true, (found, stop) => SettingsType.Of((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], stop));
        context.RegisterSourceOutput(types, (output, type) => output.AddSource($"{type.Name}.g.cs", SettingsSource.Write(type)));
    }
}
