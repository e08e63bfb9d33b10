namespace Pipelines;

/// <summary>A name and what it amounts to, such as <c>Tests</c> and <c>120 passed</c>.</summary>
/// <param name="Name">What was counted or made.</param>
/// <param name="Value">How it is shown.</param>
public sealed record Figure(string Name, string Value);
