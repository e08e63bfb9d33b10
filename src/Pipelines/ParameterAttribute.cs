namespace Pipelines;

/// <summary>A value that comes from the command line, the environment or <c>.nuke/parameters.json</c>, in this order; else the member's own.</summary>
/// <param name="description">One line for <c>--help</c>.</param>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class ParameterAttribute(string? description = null) : Attribute
{
    /// <summary>One line for <c>--help</c>.</summary>
    public string? Description => description;

    /// <summary>Name on the command line in place of the member's.</summary>
    public string? Name { get; init; }

    /// <summary>Separates the items of a collection in one value, such as <c>,</c>; items are separate words unless set.</summary>
    public string? Separator { get; init; }
}
