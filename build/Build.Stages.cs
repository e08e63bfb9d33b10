using System.Collections.Immutable;
using Pipelines.Delivery.Stages;

internal sealed partial class Build
{
    public ImmutableArray<Stage> DefineStages() =>
    [
        new Stage("staging", Local(StagingPort), new Rolling())
        {
            Checks = Smoke,
            Bake = StagingBake,
            ReadyTime = TimeSpan.FromSeconds(20),
            LeaseTime = LeaseTime,
        },
        new Stage("production", Local(ProductionPort), new Canary { Percents = [5, 20, 50, 100], Pause = CanaryPause, AnalyseFrom = 2 })
        {
            Analysis = new()
            {
                Limits =
                [
                    MetricLimit.SuccessRatioAtLeast(0.99),
                    MetricLimit.LatencyP95AgainstStable(times: 2, slack: LatencySlack),
                ],
                Interval = TimeSpan.FromMilliseconds(500),
                MinimumRequests = 30,
                DataTime = TimeSpan.FromSeconds(30),
            },
            Checks = Smoke,
            Bake = ProductionBake,
            ReadyTime = TimeSpan.FromSeconds(20),
            LeaseTime = LeaseTime,

            // Nobody visits a laptop, and a canary without visitors has nothing to be judged by.
            Traffic = new() { Paths = ["/", "/api/products"], RequestsPerSecond = 100, MaximumRequests = 20_000 },
        },
    ];

    private static ImmutableArray<SmokeCheck> Smoke => [new("/health/ready"), new("/version", Contains: "\"{version}\""), new("/", Contains: "Storefront")];

    private static LocalPlatform Local(int port) => new(port, "dotnet", ["Sample.Storefront.dll", "--urls", "http://127.0.0.1:{port}"])
    {
        DrainTime = TimeSpan.FromSeconds(10),
        StopTime = TimeSpan.FromSeconds(5),
    };
}
