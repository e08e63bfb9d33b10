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
        Workflows.Continuous(Everything).With(UnitTests, ServerTests),
        Workflows.Delivery(this, Stages, Everything).With(UnitTests, ServerTests),
        Workflows.Rollback(this, Stages),
        Workflows.Scheduled("Nightly", "17 3 * * 1-5").Runs<IEndToEndTest>(x => x.EndToEndTest).Runs<ISecurityScan>(),
    ];

    private static Job UnitTests => new("unit-tests") { Shards = 4 };

    private static Job ServerTests => new("integration-tests") { Services = [Services.Postgres("17"), Services.Redis("7")] };

    // What a change must pass before it reaches the trunk, and again before a stage. The end-to-end tests take too long for each.
    Target Everything => _ => _
        .Unlisted()
        .DependsOn<ILint>(build => build.Lint)
        .DependsOn<ICheckMigrations>(build => build.CheckMigrations)
        .DependsOn<IUnitTest>(build => build.UnitTest)
        .DependsOn<IIntegrationTest>(build => build.IntegrationTest)
        .DependsOn<ISecurityScan>(build => build.SecurityScan);
}
