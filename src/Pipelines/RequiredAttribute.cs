namespace Pipelines;

/// <summary>No target runs before the parameter has a value.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class RequiredAttribute : Attribute;
