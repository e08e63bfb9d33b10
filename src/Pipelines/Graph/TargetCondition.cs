namespace Pipelines.Graph;

/// <summary>A condition or requirement with the text that people read.</summary>
internal sealed record TargetCondition(Func<bool> Holds, string Text);
