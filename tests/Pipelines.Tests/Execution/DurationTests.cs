using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class DurationTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Test]
    public async Task The_target_that_took_longest_starts_first_in_the_next_run()
    {
        using var workspace = new Workspace();
        workspace.Folder.Write(".nuke/temp/durations.tsv", "A\t1000\nnonsense\nB\t1000\nLong\t60000\n");

        // A and B wait for Long, so with two places the run ends only when Long is one of the first two.
        var ran = await workspace.RunAsync<Waiting>("A B Long --parallel 2").WaitAsync(Patience, TimeProvider.System);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success);
    }

    [Test]
    public async Task What_targets_took_is_kept_and_what_is_known_of_others_stays()
    {
        var steps = Steps.Begin(new SkippingTime());
        using var workspace = new Workspace { Time = steps.Time };
        workspace.Folder.Write(".nuke/temp/durations.tsv", "Elsewhere\t5\nSlow\t7\n");

        await workspace.RunAsync<Working>("Slow Quick Broken --parallel 1");

        (await File.ReadAllTextAsync(workspace.Folder / ".nuke/temp/durations.tsv")).ShouldBe("Elsewhere\t5\nQuick\t0\nSlow\t3000\n");
    }

    [Test]
    public async Task A_run_of_moments_keeps_nothing()
    {
        Steps.Begin(new SkippingTime());
        using var workspace = new Workspace();

        await workspace.RunAsync<Working>("Quick");

        File.Exists(workspace.Folder / ".nuke/temp/durations.tsv").ShouldBeFalse();
    }

    private sealed class Waiting : PipelineBuild
    {
        private readonly TaskCompletionSource _begun = new();

        public Target A => _ => _.Executes(() => _begun.Task);

        public Target B => _ => _.Executes(() => _begun.Task);

        public Target Long => _ => _.Executes(_begun.SetResult);
    }

    private sealed class Working : PipelineBuild
    {
        public Target Slow => _ => _.Executes(cancellationToken => Task.Delay(TimeSpan.FromSeconds(3), Steps.Current.Time, cancellationToken));

        public Target Quick => _ => _.Executes(() => Steps.Add("Quick"));

        public Target Broken => _ => _.Executes(() => throw new TargetFailedException("broken"));
    }
}
