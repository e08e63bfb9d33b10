namespace Pipelines.Tools;

/// <summary>npm's commands; they run in the folder of the package: <c>Npm.Install() with { WorkingDirectory = ... }</c>.</summary>
public static class Npm
{
    /// <summary>Installs exactly what the lock file says.</summary>
    public static Command Ci(bool ignoreScripts = false) => Of(new CommandWords("ci").Flag("--ignore-scripts", ignoreScripts));

    /// <summary>Installs what <c>package.json</c> says, and brings the lock file to it.</summary>
    public static Command Install(params ReadOnlySpan<string> packages) => Of(new CommandWords("install").Words([.. packages]));

    /// <summary>Runs a script of <c>package.json</c>.</summary>
    public static Command Run(string script, params ReadOnlySpan<string> arguments) =>
        Of(arguments.IsEmpty ? new("run", script) : new CommandWords("run", script, "--").Words([.. arguments]));

    /// <summary>Runs the tests.</summary>
    public static Command Test() => Of(new("test"));

    /// <summary>Makes the file that <see cref="Publish"/> would send.</summary>
    public static Command Pack(AbsolutePath? folder = null) => Of(new CommandWords("pack").Option("--pack-destination", folder?.ToString()));

    /// <summary>Sends the package. The token stands in a variable that <c>.npmrc</c> names: see <see cref="Command.WithSecretVariable"/>.</summary>
    public static Command Publish(NpmPublish? options = null) => Of((options ?? new()).Words(new("publish")));

    /// <summary>Known vulnerabilities as JSON; ends with 1 when there are some of the level or above.</summary>
    public static Command Audit(string level = "high") => Of(new("audit", "--json", "--audit-level", level)) with { Quiet = true };

    private static Command Of(CommandWords words) => words.Of("npm")
        .WithVariable("NO_UPDATE_NOTIFIER", "1")
        .WithVariable("npm_config_fund", "false");
}
