using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Hosts;

/// <summary>The build as a process on a real terminal of the system.</summary>
[TestFixture]
public sealed class PseudoTerminalTests
{
    [TestCase("Clean", true)]
    [TestCase("Clean --no-logo", false)]
    public async Task A_person_sees_what_runs_and_a_table_in_colour(string arguments, bool logo)
    {
        var shown = await ShowAsync(arguments, "TERM=xterm-256color");

        shown.Contains("· Clean", StringComparison.Ordinal).ShouldBe(logo);
        shown.ShouldContain("\e[");
        shown.ShouldContain("╭");
        shown.ShouldContain("Succeeded in");
    }

    [Test]
    public async Task No_color_means_plain_lines_also_on_a_terminal()
    {
        var shown = await ShowAsync("Clean", "TERM=xterm-256color", "NO_COLOR=1");

        // Before the build says anything, .NET itself has the keypad of a terminal send what programs expect.
        shown.Replace("\e[?1h\e=", "", StringComparison.Ordinal).ShouldNotContain("\e");
        shown.ShouldContain("Succeeded in");
    }

    private static async Task<string> ShowAsync(string arguments, params string[] variables)
    {
        var script = Needs.Program("script", "bsdutils");
        using var folder = new ScratchFolder();
        folder.Write(".nuke/parameters.json", "{}");
        folder.Write("Shop.sln", "");
        var build = Path.Combine(AppContext.BaseDirectory, "Build.dll");
        var command = Command.Of(script, "-qec", $"'{Environment.ProcessPath}' '{build}' {arguments} --root '{folder}'", "/dev/null");
        foreach (var variable in variables)
        {
            command = command.WithVariable(variable.Split('=')[0], variable.Split('=')[1]);
        }
        // A server's variables would make it no terminal.
        command = command.WithVariable("GITHUB_ACTIONS", value: null).WithVariable("GITLAB_CI", value: null);

        var result = await new ProcessRunner(folder.Path, TimeProvider.System).RunAsync(command, CancellationToken.None);

        return string.Join('\n', result.Output);
    }
}
