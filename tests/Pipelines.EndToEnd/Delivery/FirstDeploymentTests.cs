using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Shouldly;

namespace Pipelines.EndToEnd.Delivery;

[TestFixture]
[NonParallelizable]
public sealed class FirstDeploymentTests
{
    [Test]
    public async Task One_command_brings_a_fresh_clone_to_production()
    {
        var first = await DeployedClone.FirstAsync();

        first.ExitCode.ShouldBe(ExitCodes.Success, $"{first}");
        first.Duration.ShouldBeLessThan(TimeSpan.FromMinutes(4));
    }

    [Test]
    public async Task Status_history_and_the_service_itself_agree_on_what_runs()
    {
        var clone = await DeployedClone.GetAsync();
        using var client = new HttpClient();

        var stage = (await StatusReport.ReadAsync(clone)).Stage("production");
        var history = await clone.BuildAsync("History");
        var served = await client.GetStringAsync(new Uri(clone.Production, "version"));

        stage.State.ShouldBe("Verified");
        var current = stage.Current.ShouldNotBeNull();
        stage.LastVerifiedGood.ShouldBe(current);
        stage.Weights.ShouldHaveSingleItem().Percent.ShouldBe(100);
        stage.Url.ShouldBe(clone.Production);
        served.ShouldContain(current.Version);
        history.Text.ShouldContain(current.Version.Split('+')[0]);
    }

    [Test]
    public async Task The_same_release_again_is_verified_already_and_takes_no_time()
    {
        var clone = await DeployedClone.GetAsync();

        // Another test may have changed the service since.
        await clone.BuildAsync("Deploy");
        var before = (await StatusReport.ReadAsync(clone)).Stage("production").Current;

        // The quickest of three: the machine has other things to do as well.
        ShellResult[] again = [await clone.BuildAsync("Deploy"), await clone.BuildAsync("Deploy"), await clone.BuildAsync("Deploy")];

        again.ShouldAllBe(result => result.ExitCode == ExitCodes.Success && result.Text.Contains("verified good here already", StringComparison.Ordinal), $"{again[0]}");
        again.ShouldAllBe(result => result.Text.Contains($"nothing to do: {clone.Production}", StringComparison.Ordinal), $"{again[0]}");
        again.Min(result => result.Duration).ShouldBeLessThan(TimeSpan.FromSeconds(3), $"{again[2]}");
        (await StatusReport.ReadAsync(clone)).Stage("production").Current.ShouldBe(before);
    }

    [Test]
    public async Task The_plan_says_every_step_of_the_canary()
    {
        var clone = await DeployedClone.GetAsync();

        var plan = await clone.BuildAsync("Deploy", "--plan");

        plan.ExitCode.ShouldBe(ExitCodes.Success, $"{plan}");
        foreach (var word in new[] { "staging", "production", "5 %", "20 %", "50 %", "100 %" })
        {
            plan.Text.ShouldContain(word, customMessage: $"{plan}");
        }
    }

    [Test]
    public async Task A_plan_for_a_place_where_nothing_is_yet_starts_nothing()
    {
        var clone = await SharedClone.GetAsync();
        var fresh = clone.EnvironmentRoot / "../planned";

        var plan = await clone.Shell.With("ENVIRONMENT_ROOT", fresh).RunAsync("./build.sh", "Deploy", "--plan");

        plan.ExitCode.ShouldBe(ExitCodes.Success, $"{plan}");
        Leftovers.In(fresh).ShouldBeEmpty();
    }
}
