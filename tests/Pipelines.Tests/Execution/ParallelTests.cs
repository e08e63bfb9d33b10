using NUnit.Framework;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class ParallelTests
{
    [Test]
    public async Task Independent_targets_run_at_the_same_time()
    {
        using var workspace = new Workspace();

        // Each waits for the other, so the run ends only when both run at once.
        var ran = await workspace.RunAsync<Meeting>("Left Right --parallel 2").WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success);
    }

    [Test]
    public async Task One_at_a_time_keeps_the_order_of_the_plan()
    {
        var steps = Steps.Begin();
        using var workspace = new Workspace();

        await workspace.RunAsync<Ordered>("C B A --parallel 1");

        steps.All.ShouldBe(["A begins", "A ends", "B begins", "B ends", "C begins", "C ends"]);
    }

    [Test]
    public async Task An_exclusive_target_has_the_run_for_itself()
    {
        var steps = Steps.Begin();
        using var workspace = new Workspace();

        await workspace.RunAsync<Ordered>("A Alone C --parallel 3");

        var begins = steps.All.IndexOf("Alone begins");
        steps.All[begins + 1].ShouldBe("Alone ends");
        steps.All.Take(begins).Count(step => step.EndsWith("begins", StringComparison.Ordinal))
            .ShouldBe(steps.All.Take(begins).Count(step => step.EndsWith("ends", StringComparison.Ordinal)));
    }

    [Test]
    public async Task Two_builds_in_one_process_do_not_meet()
    {
        using var first = new Workspace { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TOKEN"] = "first-token" } };
        using var second = new Workspace { Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["TOKEN"] = "second-token" } };

        var runs = await Task.WhenAll(first.RunAsync<Rooted>("Say"), second.RunAsync<Rooted>("Say"));

        runs[0].Output.ShouldContain($"root {first.Folder} token ***, not second-token");
        runs[1].Output.ShouldContain($"root {second.Folder} token ***, not ***");
    }

    private sealed class Meeting : PipelineBuild
    {
        private readonly TaskCompletionSource _left = new();
        private readonly TaskCompletionSource _right = new();

        public Target Left => _ => _.Executes(async () =>
        {
            _left.SetResult();
            await _right.Task;
        });

        public Target Right => _ => _.Executes(async () =>
        {
            _right.SetResult();
            await _left.Task;
        });
    }

    private sealed class Ordered : PipelineBuild
    {
        public Target A => _ => _.Executes(() => StepAsync("A"));

        public Target B => _ => _.Executes(() => StepAsync("B"));

        public Target Alone => _ => _.Exclusive().Executes(() => StepAsync("Alone"));

        public Target C => _ => _.Executes(() => StepAsync("C"));

        private static async Task StepAsync(string name)
        {
            Steps.Add($"{name} begins");
            await Task.Yield();
            Steps.Add($"{name} ends");
        }
    }

    private sealed class Rooted : PipelineBuild
    {
        private readonly AbsolutePath _root = RootDirectory;

        [Parameter]
        private readonly Secret? _token = null;

        public Target Say => _ => _.Executes(async () =>
        {
            await Task.Yield();
            Log.Information("root {Root} token {Token}, not second-token", _root, _token?.Reveal());
        });
    }
}
