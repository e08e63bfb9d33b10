using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Delivery.Stages;
using Pipelines.Targets.Delivery;
using Shouldly;

namespace Pipelines.Tests.Targets.Delivery;

[TestFixture]
public sealed class DeliveryWorkflowsTests
{
    [Test]
    public void What_is_on_the_machine_of_the_runner_is_said_to_stay_there()
    {
        var build = new LocalBuild();

        var jobs = Workflows.Delivery(build).Jobs.AddRange(Workflows.Rollback(build).Jobs);

        jobs.Where(job => job.Deployment is not null).Select(job => job.Name).ShouldBe(["deploy-staging", "verify-staging", "deploy-production", "verify-production", "rollback"]);
        jobs.Where(job => job.Deployment is not null).ShouldAllBe(job => job.Deployment!.StaysOnRunner);
    }

    private sealed class LocalBuild : PipelineBuild, IDeploy, IVerify, IRollback, IRecover
    {
        public string ServiceName => "shop";

        public AbsolutePath ServiceProject => RootDirectory / "src" / "Shop" / "Shop.csproj";

        public ImmutableArray<Stage> DefineStages() => [Stage("staging", 5080), Stage("production", 5081)];

        private static Stage Stage(string name, int port) => new(name, new LocalPlatform(port, "shop", []), new Rolling());
    }
}
