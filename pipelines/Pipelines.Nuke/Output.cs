namespace Pipelines.Nuke;

/// <summary>A line that a command wrote.</summary>
/// <param name="Type">By which stream it came.</param>
/// <param name="Text">Without its line end; not masked.</param>
public readonly record struct Output(OutputType Type, string Text);
