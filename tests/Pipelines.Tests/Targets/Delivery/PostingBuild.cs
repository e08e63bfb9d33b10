using System.Collections.Immutable;
using Pipelines.Delivery.Reporting;
using Pipelines.Delivery.Stages;
using Pipelines.Targets.Delivery;

namespace Pipelines.Tests.Targets.Delivery;

/// <summary>A build whose rollout only reports.</summary>
internal sealed class PostingBuild : PipelineBuild, IHaveStages
{
    public static AsyncLocal<ImmutableArray<StageReport>> Reports { get; } = new();

    public string ServiceName => "shop";

    public Target Deliver => _ => _.Executes((run, cancellationToken) => ((IHaveStages)this).DeliverAsync(
        run,
        delivery =>
        {
            foreach (var report in Reports.Value)
            {
                delivery.Reported(report);
            }
            return Task.CompletedTask;
        },
        cancellationToken));

    public ImmutableArray<Stage> DefineStages() => [new("staging", new LocalPlatform(1, "shop", []), new Rolling())];
}
