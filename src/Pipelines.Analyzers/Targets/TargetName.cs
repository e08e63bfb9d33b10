using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Targets;

internal static class TargetName
{
    /// <summary>The name that the engine gives a target: an explicit implementation has the one of its component.</summary>
    public static string Of(IPropertySymbol property) => property.ExplicitInterfaceImplementations.FirstOrDefault()?.Name ?? property.Name;
}
