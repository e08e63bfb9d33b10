using Microsoft.CodeAnalysis;

namespace Pipelines.Analyzers.Targets;

/// <summary>A target as it is named in the source.</summary>
internal sealed record Named(IPropertySymbol Property, Location Location)
{
    public string Name => TargetName.Of(Property);
}
