namespace Pipelines.Ci;

/// <summary>A command of a settings script.</summary>
/// <param name="Because">Stands above it.</param>
/// <param name="Command">For a shell.</param>
internal sealed record SettingsStep(string Because, string Command);
