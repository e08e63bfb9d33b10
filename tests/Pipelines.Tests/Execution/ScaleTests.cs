using NUnit.Framework;
using Pipelines.Execution;
using Pipelines.Graph;
using Pipelines.Planning;
using Shouldly;

namespace Pipelines.Tests.Execution;

/// <summary>Ten thousand targets cost what they should; processor time, as the machine may be busy with other work.</summary>
[TestFixture]
public sealed class ScaleTests
{
    private const int Many = 10_000;

    [TestCase("chain", 1)]
    [TestCase("chain", 1000)]
    [TestCase("wide", 2)]
    [TestCase("wide", 1000)]
    [TestCase("layered", 2)]
    [TestCase("layered", 1000)]
    public async Task Ten_thousand_targets_are_planned_and_run_in_less_than_a_second(string family, int parallel)
    {
        var graph = family switch
        {
            "chain" => Graphs.Chain(Many),
            "wide" => Graphs.Wide(Many),
            _ => Graphs.Layered(Many),
        };
        await RunAsync(graph, parallel);

        var spent = await RunAsync(graph, parallel);

        spent.ShouldBeLessThan(TimeSpan.FromSeconds(1));
    }

    [Test]
    public void Ten_thousand_targets_with_one_resource_are_scheduled_in_less_than_a_second()
    {
        var device = new Resource("device");
        var graph = new TargetGraph([.. Graphs.Wide(Many).Targets.Select(target => target with { Resources = [device] })], _ => null);
        var durations = graph.Targets.ToDictionary(target => target.Name, _ => TimeSpan.FromSeconds(1), StringComparer.Ordinal);
        var start = Environment.CpuUsage.TotalTime;

        var run = new VirtualRun(graph, durations, parallel: 8);

        (Environment.CpuUsage.TotalTime - start).ShouldBeLessThan(TimeSpan.FromSeconds(1));
        run.Most.ShouldBe(1);
    }

    private static async Task<TimeSpan> RunAsync(TargetGraph graph, int parallel)
    {
        using var workspace = new Workspace();
        var ambient = new Ambient { Root = workspace.Folder.Path, Host = Host.Plain, IsServer = false, Mask = new() };
        ambient.Enter();
        var start = Environment.CpuUsage.TotalTime;
        var plan = Planner.Plan(graph, new([.. graph.Targets.Select(target => target.Name)]));
        var result = await new PlanExecution(graph, plan, new() { Parallel = parallel }, _ => { }, TimeProvider.System).RunAsync(CancellationToken.None);
        result.Targets.Count(outcome => outcome.Status == TargetStatus.Succeeded).ShouldBe(Many);
        return Environment.CpuUsage.TotalTime - start;
    }
}
