using NUnit.Framework;
using Pipelines.Tests.Execution;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Words;

[TestFixture]
public sealed class LoggingTests
{
    [Test]
    public async Task Each_line_belongs_to_the_target_that_logs_it_also_in_parallel_and_behind_an_await()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Logging>("Left Right --parallel 2");

        foreach (var target in new[] { "Left", "Right" })
        {
            var group = ran.Output[ran.Output.IndexOf($"> {target}\n", StringComparison.Ordinal)..];
            var lines = group[..group.IndexOf("< ", StringComparison.Ordinal)].Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.ShouldBe([$"> {target}", .. Enumerable.Range(0, 50).Select(number => $"  {target} says {number}")]);
        }
    }

    [Test]
    public async Task Templates_are_those_of_Serilog_with_words_as_they_are()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Logging>("Templates");

        foreach (var line in new[]
        {
            "  built sha256:1 in 1.50 s, [1, 2] and { Name: \"cart\", Parts: 3 } of {this}",
            "  warning: none: null",
            "  error: Pack broke",
            "  error: InvalidOperationException: disk full",
        })
        {
            ran.Output.ShouldContain($"{line}\n");
        }
        ran.Output.ShouldContain("  error:   at Pipelines.Tests.Words.LoggingTests.Logging.Break()");
        ran.Output.ShouldNotContain("a detail");
    }

    [TestCase("quiet", false, false)]
    [TestCase("normal", true, false)]
    [TestCase("verbose", true, true)]
    public async Task Levels_are_shown_by_verbosity_and_all_kept(string verbosity, bool information, bool detail)
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Logging>($"Templates --verbosity {verbosity}");

        ran.Output.Contains("built sha256:1", StringComparison.Ordinal).ShouldBe(information);
        ran.Output.Contains("a detail", StringComparison.Ordinal).ShouldBe(detail);
        ran.Output.ShouldContain("none: null");
        var log = Directory.GetFiles(workspace.Folder.Path, "log.txt", SearchOption.AllDirectories).Single();
        (await File.ReadAllTextAsync(log)).ShouldContain("Debug       Templates: a detail");
    }

    [Test]
    public void Outside_a_run_nothing_is_written()
    {
        Should.NotThrow(() => Log.Information("nobody listens"));
    }

    private sealed class Logging : PipelineBuild
    {
        private static readonly int[] Numbers = [1, 2];

        public Target Left => _ => _.Executes(() => SayAsync("Left"));

        public Target Right => _ => _.Executes(() => SayAsync("Right"));

        public Target Templates => _ => _.Executes(() =>
        {
            Log.Information("built {Digest} in {Time:0.00} s, {Numbers} and {@Order} of {{this}}", "sha256:1", 1.5, Numbers, new { Name = "cart", Parts = 3 });
            Log.Debug("a detail");
            Log.Warning("none: {Nothing}", (object?)null);
            try
            {
                Break();
            }
            catch (InvalidOperationException exception)
            {
                Log.Error(exception, "{Target} broke", "Pack");
            }
        });

        private static async Task SayAsync(string target)
        {
            for (var number = 0; number < 50; number++)
            {
                await Task.Yield();
                Log.Information("{Target} says {Number}", target, number);
            }
        }

        private static void Break() => throw new InvalidOperationException("disk full");
    }
}
