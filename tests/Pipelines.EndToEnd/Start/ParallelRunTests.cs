using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Start;

/// <summary>Real seconds, which tests of the engine itself never wait for.</summary>
[NonParallelizable]
public sealed class ParallelRunTests
{
    private const int Starts = 20;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Test]
    public async Task Ten_targets_of_a_second_each_take_about_a_second_together()
    {
        using var root = new ScratchFolder();
        await using var output = new StringWriter();
        var invocation = new BuildInvocation { Arguments = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "--parallel", "10"], Root = root.Path, Output = output, Error = output };
        var start = TimeProvider.System.GetTimestamp();

        var result = await PipelineBuild.RunAsync<Sleepers>(invocation, CancellationToken.None);

        var took = TimeProvider.System.GetElapsedTime(start);
        await TestContext.Out.WriteLineAsync($"Took {took.TotalSeconds:0.00} s.");
        result.ExitCode.ShouldBe(ExitCodes.Success, output.ToString());
        took.ShouldBeInRange(Second, Second * 2);
    }

    [Test]
    public async Task No_line_is_lost_when_many_targets_write_the_first_one_at_once()
    {
        using var root = new ScratchFolder();
        Directory.CreateDirectory(root / ".nuke");
        var shell = new Shell(root.Path);

        for (var start = 0; start < Starts; start++)
        {
            var output = await shell.With(Programs.Chosen, nameof(Talkers)).SucceedAsync("dotnet", Programs.File, "--root", root.Path, "--parallel", "4");

            output.Split('\n').Count(line => line.EndsWith(" speaks", StringComparison.Ordinal)).ShouldBe(4, output);
        }
    }

    [Test]
    public async Task What_a_target_writes_on_the_console_is_its_own_in_order_masked_and_kept()
    {
        using var root = new ScratchFolder();
        Directory.CreateDirectory(root / ".nuke");
        var shell = new Shell(root.Path).With(Programs.Chosen, nameof(Talkers)).With("API_KEY", "p@ss-word");

        var output = await shell.SucceedAsync("dotnet", Programs.File, "--root", root.Path, "--parallel", "4");

        var log = await File.ReadAllTextAsync(Directory.EnumerateFiles(root / ".nuke/temp/runs", "log.txt", SearchOption.AllDirectories).Single());
        $"{output}{log}".ShouldNotContain("p@ss-word");
        foreach (var target in new[] { "A", "B", "C", "D" })
        {
            string[] lines = [$"{target} speaks", .. Enumerable.Range(0, Talkers.Lines).SelectMany(line => new[] { $"{target} knows *** {line}", $"{target} frets" }), $"{target} is done"];

            output.ShouldContain($"> {target}\n  {string.Join("\n  ", lines)}\n< {target} ");
            log.Split($" Information {target}: ").Skip(1).Select(rest => rest.Split('\n')[0]).ShouldBe(lines);
        }
    }

    private sealed class Sleepers : PipelineBuild
    {
        public Target A => Sleep;

        public Target B => Sleep;

        public Target C => Sleep;

        public Target D => Sleep;

        public Target E => Sleep;

        public Target F => Sleep;

        public Target G => Sleep;

        public Target H => Sleep;

        public Target I => Sleep;

        public Target J => Sleep;

        private static Target Sleep => _ => _.Executes(cancellationToken => Task.Delay(Second, TimeProvider.System, cancellationToken));
    }
}
