using System.Collections.Immutable;
using Pipelines.Delivery.Execution;
using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;
using Pipelines.Testing;
using Pipelines.Testing.Fleet;

namespace Pipelines.Tests.Delivery.Execution;

/// <summary>A shop with a canary stage on a simulated fleet.</summary>
internal sealed class Shop
{
    private readonly Dictionary<string, Behaviour> _behaviour = new(StringComparer.Ordinal);
    private int _processes = 100;

    public Shop(double requestsPerSecond = 100, Strategy? strategy = null, int instances = 2)
    {
        Fleet = new(Time, digest => _behaviour[digest]) { RequestsPerSecond = requestsPerSecond };
        Stage = new("production", new LocalPlatform(1, "shop", []), strategy ?? new Canary { Pause = TimeSpan.FromSeconds(30), AnalyseFrom = 2 })
        {
            Instances = instances,
            Analysis = new()
            {
                Limits = [MetricLimit.SuccessRatioAtLeast(0.99), MetricLimit.LatencyP95AgainstStable(2, TimeSpan.FromMilliseconds(50))],
                Interval = TimeSpan.FromSeconds(5),
                DataTime = TimeSpan.FromMinutes(2),
            },
            Bake = TimeSpan.FromMinutes(1),
            ReadyTime = TimeSpan.FromSeconds(30),
        };
    }

    public DrivenTime Time { get; } = new();

    public SimulatedFleet Fleet { get; }

    public Stage Stage { get; }

    public RecordingObserver Observer { get; } = new();

    /// <summary>A release with a behaviour; the same version is the same release.</summary>
    public ReleaseContent Release(string version, Behaviour? behaviour = null)
    {
        var release = new Release("shop", version, $"commit-of-{version}", $"artifact-of-{version}", ReleaseConfiguration.Empty);
        _behaviour[release.Digest] = behaviour ?? new();
        return new(release, Repository.Root, ImmutableSortedDictionary<string, Secret>.Empty);
    }

    public Task<StageResult> DeployAsync(ReleaseContent content, bool retry = false, CancellationToken cancellationToken = default) =>
        Process().DeployAsync(content, retry, cancellationToken);

    /// <summary>The build as a new process.</summary>
    public StageDelivery Process(IRolloutObserver? observer = null) => new(Stage, Fleet, new Holder("ann", "laptop", ++_processes, 1, "Deploy", ""), observer ?? Observer, Time);

    /// <summary>The process started last is gone.</summary>
    public void Kill() => Fleet.Dead.Add(_processes);

    public async Task<StageHistory> HistoryAsync() => await new StageLedger(Stage.Name, Fleet).ReadAsync(CancellationToken.None);

    public decimal Share(ReleaseContent content) => Fleet.Weights.GetValueOrDefault(content.Release.Digest);
}
