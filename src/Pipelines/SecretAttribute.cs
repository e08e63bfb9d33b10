namespace Pipelines;

/// <summary>The parameter's value is masked wherever it would be printed or kept; a member of type <see cref="Secret"/> has it by itself.</summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;
