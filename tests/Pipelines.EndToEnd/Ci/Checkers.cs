using System.Globalization;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Ci;

/// <summary>The programs of <c>tests/ci-checkers</c>, installed by the first test that asks for them.</summary>
internal static class Checkers
{
    // GitHub's packages import .json files in a way that Node refuses without this.
    private static readonly string[] Hook = ["--import", "./jsonhook.mjs"];

    // What the checkers are written for; Debian 12 has an older one.
    private const int OldestNode = 20;

    private static readonly Lazy<Task<int>> Version = new(VersionAsync);
    private static readonly Lazy<Task> Installation = new(InstallAsync);

    /// <summary>Where the scripts are.</summary>
    public static AbsolutePath Folder { get; } = Repository.Root / "tests/ci-checkers";

    /// <summary>A script to its end, whatever its exit code; killed when it hangs.</summary>
    public static async Task<ShellResult> RunAsync(string script, params IEnumerable<string> arguments)
    {
        var node = await NodeAsync();
        return await (new Shell(Folder) { Limit = TimeSpan.FromMinutes(4) }).RunAsync(node, [.. Hook, script, .. arguments]);
    }

    /// <summary>Where node is, once everything that it needs here is installed.</summary>
    public static async Task<string> NodeAsync()
    {
        var node = Needs.Program("node", package: "nodejs");
        _ = Needs.Program("npm", package: "npm");
        Needs.Part("node", await Version.Value >= OldestNode, $"a package of Node {OldestNode} or later, see https://nodejs.org/en/download");
        await Installation.Value;
        return node;
    }

    private static async Task<int> VersionAsync()
    {
        var answer = await new Shell(Folder).SucceedAsync("node", "--version");
        return int.Parse(answer.TrimStart('v').Split('.')[0], CultureInfo.InvariantCulture);
    }

    private static async Task InstallAsync()
    {
        var installed = Folder / "node_modules/.installed";
        var wanted = await File.ReadAllTextAsync(Folder / "package-lock.json");
        if (File.Exists(installed) && await File.ReadAllTextAsync(installed) == wanted)
        {
            return;
        }

        var shell = new Shell(Folder);
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(IsOfNpm))
        {
            shell = shell.With(name, Environment.GetEnvironmentVariable(name)!);
        }

        // No package of these needs a script of its own to be installed, so none runs one.
        await shell.SucceedAsync("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");

        // GitHub describes its API in twenty forms, 400 MB; one is read.
        foreach (var form in Directory.EnumerateFiles(Folder / "node_modules/@octokit/openapi/generated", "*.json").Where(form => Path.GetFileName(form) != "api.github.com.json"))
        {
            File.Delete(form);
        }

        await File.WriteAllTextAsync(installed, wanted);
    }

    private static bool IsOfNpm(string name) =>
        name.StartsWith("npm_config_", StringComparison.OrdinalIgnoreCase) || name.Equals("NODE_EXTRA_CA_CERTS", StringComparison.Ordinal);
}
