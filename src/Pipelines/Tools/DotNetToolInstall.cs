namespace Pipelines.Tools;

/// <summary>Options of <see cref="DotNet.ToolInstall"/>.</summary>
public sealed record DotNetToolInstall
{
    /// <summary>For the user; into the manifest of the folder unless set or <see cref="ToolPath"/> is.</summary>
    public bool Global { get; init; }

    /// <summary>Folder that gets the tool.</summary>
    public AbsolutePath? ToolPath { get; init; }

    /// <summary>The newest release unless set.</summary>
    public string? Version { get; init; }

    /// <summary>One more feed to look in.</summary>
    public string? AddSource { get; init; }

    internal Command Command(string package) => DotNet.Run(new CommandWords("tool", "install", package)
        .Flag("--global", Global)
        .Option("--tool-path", ToolPath?.ToString())
        .Option("--version", Version)
        .Option("--add-source", AddSource));
}
