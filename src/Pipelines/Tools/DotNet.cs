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

    /// <summary>Deletes what a build of a solution or project wrote.</summary>
    public static Command Clean(string project, DotNetClean? options = null) => (options ?? new()).Command(project);

    /// <summary>Compiles and runs a project.</summary>
    public static Command Run(string project, DotNetRun? options = null) => (options ?? new()).Command(project);

    /// <summary>Sends packages to a feed.</summary>
    /// <param name="package">A file, or a pattern such as <c>output/*.nupkg</c>.</param>
    /// <param name="options">The feed, and the key that it asks for.</param>
    public static Command NuGetPush(string package, DotNetNuGetPush? options = null) => (options ?? new()).Command(package);

    /// <summary>Installs the tools of the manifest <c>.config/dotnet-tools.json</c>.</summary>
    public static Command ToolRestore() => Run(new CommandWords("tool", "restore"));

    /// <summary>Installs a tool.</summary>
    public static Command ToolInstall(string package, DotNetToolInstall? options = null) => (options ?? new()).Command(package);

    /// <summary>Runs an installed tool of the manifest.</summary>
    /// <param name="name">Its command, such as <c>reportgenerator</c>.</param>
    /// <param name="arguments">Given to the tool.</param>
    public static Command ToolRun(string name, params ReadOnlySpan<string> arguments) => Run(new CommandWords("tool", "run", name, "--").Words([.. arguments]));

    /// <summary>Evaluates a project and writes the value of one property.</summary>
    public static Command GetProperty(string project, string property) => Run(new CommandWords("msbuild", project, $"-getProperty:{property}", "-nologo")) with { Quiet = true };

    /// <summary>Formats sources, or says what is not formatted.</summary>
    public static Command Format(string project, DotNetFormat? options = null) => (options ?? new()).Command(project);

    /// <summary>Lists packages with known vulnerabilities, transitive ones too, as JSON.</summary>
    public static Command ListVulnerable(string project) => Run(new CommandWords("list", project, "package", "--vulnerable", "--include-transitive", "--format", "json"));

    internal static Command Run(CommandWords words) => words.Of("dotnet")
        .WithVariable("DOTNET_CLI_TELEMETRY_OPTOUT", "1")
        .WithVariable("DOTNET_CLI_UI_LANGUAGE", "en")
        .WithVariable("DOTNET_NOLOGO", "1");
}
