using Pipelines;
using Pipelines.Targets.Delivery;
using Pipelines.Targets.DotNet;

internal sealed partial class Build
{
    // The machine that serves the stages: its group is open to the workflows of the trunk alone.
    private static Runner Stages { get; } = Runners.InGroup("storefront-stages");

    public CiSystem CiSystems => CiSystem.All;

    public string WorkflowSource => "build/Build.Ci.cs";

    public IEnumerable<Workflow> DefineWorkflows() =>
    [
        Workflows.Continuous(Check).With(ServerTests, Tests),
        Workflows.Delivery(this, Stages, Check).With(ServerTests, Tests),
        Workflows.Rollback(this, Stages),
        Workflows.Scheduled("Nightly", "17 3 * * 1-5").Runs<IEndToEndTest>(x => x.EndToEndTest),
    ];

    private static Job Tests => new("unit-tests") { Shards = 4 };

    private static Job ServerTests => new("integration-tests") { Services = [Services.Postgres("17"), Services.Redis("7")] };
}
