using Pipelines.EndToEnd.Harness;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

/// <summary>Stages of a clone that take a second each, between two releases that differ in their configuration alone.</summary>
internal sealed class QuickStages : IAsyncDisposable
{
    // Slow enough that a cold start on a busy machine stays within twice the latency of the stable release.
    private static readonly string[] Faults = ["latency=100ms", "latency=101ms"];
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private string _first = "";

    private QuickStages(Clone clone) => Clone = clone;

    public Clone Clone { get; }

    /// <summary>Digest of the release that production serves.</summary>
    public string Current { get; private set; } = "";

    /// <summary>Deploys the first of the two.</summary>
    public static async Task<QuickStages> OpenAsync(Clone clone, string environment, string leaseTime)
    {
        var stages = new QuickStages(clone.Beside(
            environment, ("CANARY_PAUSE", "200ms"), ("STAGING_BAKE", "100ms"), ("PRODUCTION_BAKE", "300ms"), ("LEASE_TIME", leaseTime)));
        try
        {
            var deployed = await stages.Clone.BuildAsync(Line(0));
            deployed.ExitCode.ShouldBe(ExitCodes.Success, $"{deployed}");
            await stages.LookAsync();
            stages._first = stages.Current;
            return stages;
        }
        catch
        {
            await stages.DisposeAsync();
            throw;
        }
    }

    /// <summary>Deploys the release that does not serve, and kills the build when the journal of production has so many more records.</summary>
    public async Task<KilledBuild> KillAsync(int boundary)
    {
        var line = Line(_first == Current ? 1 : 0);
        var journal = Journal.Of(Clone, "production");
        using var run = Clone.StartBuild(line);
        var ended = run.WaitAsync(Limit, CancellationToken.None);
        while (!ended.IsCompleted && journal.Records.Count < boundary)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }

        run.Kill();
        await ended;
        return new(boundary, line, journal.Records, journal);
    }

    /// <summary>What production serves now.</summary>
    public async Task<StageStatus> LookAsync()
    {
        var stage = (await StatusReport.ReadAsync(Clone)).Stage("production");
        Current = stage.Current.ShouldNotBeNull().Digest;
        return stage;
    }

    public ValueTask DisposeAsync() => Clone.DisposeAsync();

    // Whatever a busy machine made of an earlier rollout, this one is tried.
    private static string[] Line(int release) => ["Deploy", "--storefront-faults", Faults[release], "--retry"];
}
