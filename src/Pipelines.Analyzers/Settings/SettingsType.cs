using System.Xml.Linq;
using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Settings;

/// <summary>A record of settings.</summary>
/// <param name="Namespace">Of the record.</param>
/// <param name="Name">Such as <c>DotNetBuildSettings</c>.</param>
/// <param name="Tasks">The class that gets the task, such as <c>DotNetTasks</c>.</param>
/// <param name="Options">Its properties, one a line: compared as text, so that nothing is written anew without need.</param>
internal sealed record SettingsType(string Namespace, string Name, string Tasks, string Options)
{
    private static readonly SymbolDisplayFormat Written = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    public string Task => Name.Substring(0, Name.Length - "Settings".Length);

    public static SettingsType Of(INamedTypeSymbol type, AttributeData attribute, CancellationToken cancellationToken) => new(
        type.ContainingNamespace.ToDisplayString(),
        type.Name,
        (string)attribute.ConstructorArguments[0].Value!,
        string.Join("\n", type.GetMembers().OfType<IPropertySymbol>().Where(IsOption).Select(property => $"{property.Name}|{property.Type.ToDisplayString(Written)}|{Summary(property, cancellationToken)}")));

    private static bool IsOption(IPropertySymbol property) => property is { IsStatic: false, DeclaredAccessibility: Accessibility.Public, SetMethod.IsInitOnly: true };

    private static string Summary(IPropertySymbol property, CancellationToken cancellationToken)
    {
        var text = property.GetDocumentationCommentXml(cancellationToken: cancellationToken);
        return string.IsNullOrEmpty(text) ? property.Name : string.Join(" ", XElement.Parse(text).Element("summary")?.Value.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries) ?? [property.Name]);
    }
}
