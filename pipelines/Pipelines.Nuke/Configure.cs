namespace Pipelines.Nuke;

/// <summary>Makes settings from empty ones: <c>s => s.SetProjectFile(Solution)</c>.</summary>
/// <typeparam name="T">The settings of a command.</typeparam>
public delegate T Configure<T>(T settings);
