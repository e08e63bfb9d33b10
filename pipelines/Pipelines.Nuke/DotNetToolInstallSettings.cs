using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>NUKE's words for the options of <c>dotnet tool install</c>.</summary>
[TaskSettings("DotNetTasks")]
public sealed partial record DotNetToolInstallSettings : ToolSettings
{
    /// <summary>The package of the tool.</summary>
    public string? PackageName { get; init; }

    /// <summary>For the user.</summary>
    public bool Global { get; init; }

    /// <summary>Folder that gets the tool, from the root.</summary>
    public string? ToolInstallationPath { get; init; }

    /// <summary>Version of what is built.</summary>
    public string? Version { get; init; }

    /// <inheritdoc/>
    protected override Command Command => DotNet.ToolInstall(PackageName.NotNull(), new()
    {
        Global = Global,
        ToolPath = Rooted.Path(ToolInstallationPath),
        Version = Version,
    });
}
