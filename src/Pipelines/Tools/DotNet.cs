namespace Pipelines.Tools;

/// <summary>The .NET SDK's commands; each takes what it works on and a record of options, and runs nothing itself.</summary>
public static class DotNet
{
    /// <summary>Downloads the packages of a solution or project.</summary>
    public static Command Restore(string project, DotNetRestore? options = null) => (options ?? new()).Command(project);

    /// <summary>Compiles a solution or project.</summary>
    public static Command Build(string project, DotNetBuild? options = null) => (options ?? new()).Command(project);

    /// <summary>Runs the tests of a solution, project or test assembly.</summary>
    public static Command Test(string project, DotNetTest? options = null) => (options ?? new()).Command(project);

    /// <summary>Writes a program with all it needs into a folder.</summary>
    public static Command Publish(string project, DotNetPublish? options = null) => (options ?? new()).Command(project);

    /// <summary>Makes NuGet packages.</summary>
    public static Command Pack(string project, DotNetPack? options = null) => (options ?? new()).Command(project);

    /// <summary>Formats sources, or says what is not formatted.</summary>
    public static Command Format(string project, DotNetFormat? options = null) => (options ?? new()).Command(project);

    /// <summary>Lists packages with known vulnerabilities, transitive ones too, as JSON.</summary>
    public static Command ListVulnerable(string project) => Run(new CommandWords("list", project, "package", "--vulnerable", "--include-transitive", "--format", "json"));

    internal static Command Run(CommandWords words) => words.Of("dotnet")
        .WithVariable("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        .WithVariable("DOTNET_CLI_UI_LANGUAGE", "en")
        .WithVariable("DOTNET_NOLOGO", "1");
}
