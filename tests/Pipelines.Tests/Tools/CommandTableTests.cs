using System.Text.RegularExpressions;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Tools;

public sealed partial class CommandTableTests
{
    // Their short help names a few of many options; a test of its own runs them.
    private static readonly string[] Terse = ["log", "diff", "rev-parse"];
    private static readonly string[] Plugins = ["buildx", "compose"];

    [Test]
    public void Each_builder_gives_these_words() => Snapshot.Match(string.Join('\n', CommandTable.All.Select(row => row.Command.ToString())));

    [TestCase("dotnet", "dotnet-sdk-10.0")]
    [TestCase("git", "git")]
    [TestCase("npm", "npm")]
    [TestCase("docker", "docker.io")]
    [TestCase("kubectl", "kubernetes-client")]
    [Category("Integration")]
    public async Task Each_option_stands_in_the_help_of_the_program(string program, string package)
    {
        Needs.Program(program, package);
        var shared = await SharedHelpAsync(program);

        var unknown = new List<string>();
        foreach (var (verb, command) in CommandTable.All.Where(row => row.Command.Program == program && !(program == "git" && Terse.Contains(row.Help))))
        {
            if (program == "docker" && Plugins.Contains(verb.Split(' ')[0]) && (await HelpAsync(["docker", .. verb.Split(' '), "--help"])).Contains("docker COMMAND --help", StringComparison.Ordinal))
            {
                await TestContext.Out.WriteLineAsync($"Not compared: docker {verb}, as docker has no such plugin here.");
                continue;
            }

            var help = shared + await HelpAsync([program, .. verb.Split(' '), program == "git" ? "-h" : "--help"]);
            unknown.AddRange(Options(command).Where(option => !Regex.IsMatch(help, $@"(?<![\w-]){Regex.Escape(option)}(?![\w-])", RegexOptions.None, TimeSpan.FromSeconds(5))).Select(option => $"{verb} {option}"));
        }

        unknown.ShouldBeEmpty();
    }

    [Test]
    [Category("Integration")]
    public async Task What_the_short_help_of_git_leaves_out_is_understood_by_git()
    {
        using var root = new ScratchFolder();
        var runner = new ProcessRunner(root.Path, TimeProvider.System);
        foreach (var command in new[] { Command.Of("git", "init", "--quiet"), Command.Of("git", "-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false", "commit", "--allow-empty", "--message=Begin") })
        {
            await runner.RunAsync(command, CancellationToken.None);
        }

        var log = await runner.RunAsync(Git.Log(new() { Range = "HEAD", Format = "%H %s", MaxCount = 10, FirstParent = true }), CancellationToken.None);

        var commit = (await runner.RunAsync(Git.RevParse(), CancellationToken.None)).Output.ShouldHaveSingleItem();
        log.Output.ShouldBe([$"{commit} Begin"]);
        (await runner.RunAsync(Git.Diff(options: new() { NameOnly = true, Cached = true }), CancellationToken.None)).Output.ShouldBeEmpty();
        (await runner.RunAsync(Git.Describe("v*"), CancellationToken.None)).Output.ShouldBe([commit[..7]]);
    }

    private static IEnumerable<string> Options(Command command) => command.Arguments
        .TakeWhile(word => word != "--")
        .Where(word => word.StartsWith("--", StringComparison.Ordinal))
        .Select(word => word.Split('=')[0]);

    // Options of all commands are told elsewhere; npm's are the names of its settings.
    private static async Task<string> SharedHelpAsync(string program) => program switch
    {
        "npm" => SettingName().Replace(await HelpAsync(["npm", "config", "ls", "--long"]), "--${name}"),
        "kubectl" => await HelpAsync(["kubectl", "options"]),
        "docker" => await HelpAsync(["docker", "compose", "--help"]),
        _ => "",
    };

    private static async Task<string> HelpAsync(string[] words)
    {
        var command = (Command.Of(words[0], words.AsSpan(1)) with { SuccessCodes = [] }).WithVariable("DOTNET_CLI_UI_LANGUAGE", "en");
        var result = await new ProcessRunner(Repository.Root, TimeProvider.System).RunAsync(command, CancellationToken.None);

        // git joins an option and its opposite; dotnet reads both spellings and names one here, the other there.
        return string.Join('\n', result.Output.Concat(result.Error)).Replace("[no-]", "", StringComparison.Ordinal).Replace(" -verbosity", " --verbosity", StringComparison.Ordinal) + '\n';
    }

    [GeneratedRegex(@"^(?<name>[\w-]+) = ", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SettingName();
}
