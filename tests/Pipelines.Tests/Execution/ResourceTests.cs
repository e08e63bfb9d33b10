using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Execution;

[TestFixture]
public sealed class ResourceTests
{
    [Test]
    public async Task Targets_that_use_the_same_never_overlap_and_others_pass_them()
    {
        var steps = Steps.Begin();
        using var workspace = new Workspace();

        // The first waits for Free while it has the resource, so the run ends only when Free passes the second.
        var ran = await workspace.RunAsync<Shared>("First Second Free --parallel 2").WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success);
        steps.All.ShouldBe(["Free", "First", "Second"]);
    }

    [Test]
    public async Task A_resource_that_nobody_could_use_and_one_with_two_capacities_are_told()
    {
        using var workspace = new Workspace();

        var ran = await workspace.RunAsync<Wrong>("None");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Result.Problems.ShouldBe([
            "Target 'None': Uses(Resource { Name = nothing, Capacity = 0 }) lets nobody use it. Give the resource a name and a capacity of at least 1.",
            "Resource 'device' has capacity 1 for 'One' and 2 for 'Two'. Use the same Resource in both.",
        ]);
    }

    private sealed class Shared : PipelineBuild
    {
        private static readonly Resource Database = new("database");
        private readonly TaskCompletionSource _free = new();

        public Target First => _ => _.Uses(Database).Executes(async () =>
        {
            await _free.Task;
            Steps.Add("First");
        });

        public Target Second => _ => _.Uses(Database).Executes(() => Steps.Add("Second"));

        public Target Free => _ => _.Executes(() =>
        {
            Steps.Add("Free");
            _free.SetResult();
        });
    }

    private sealed class Wrong : PipelineBuild
    {
        public Target None => _ => _.Uses(new Resource("nothing", Capacity: 0)).Executes(() => { });

        public Target One => _ => _.Uses(new Resource("device")).Executes(() => { });

        public Target Two => _ => _.Uses(new Resource("device", Capacity: 2)).Executes(() => { });
    }
}
