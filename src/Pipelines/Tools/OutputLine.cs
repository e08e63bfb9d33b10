namespace Pipelines.Tools;

/// <summary>A line that a program wrote.</summary>
/// <param name="Text">Without its line end; not masked.</param>
/// <param name="IsError">It came by standard error.</param>
public readonly record struct OutputLine(string Text, bool IsError);
