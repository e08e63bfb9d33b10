namespace Pipelines.Graph;

internal sealed record TargetInputValue(string Name, Func<object?> Value);
