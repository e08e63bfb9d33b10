using NUnit.Framework;
using Pipelines.Agent.Measurement;
using Pipelines.Agent.Proxy;
using Pipelines.Agent.State;
using Pipelines.Agent.Supervision;
using Shouldly;

namespace Pipelines.Tests.Agent;

public sealed class SupervisionRulesTests
{
    private static readonly bool[] Checks = [false, true, false, false, true, false, false, false, true];

    [Test]
    public void A_crashing_instance_waits_longer_each_time_up_to_ten_seconds_and_anew_after_health()
    {
        var backOff = new BackOff();
        var waits = new List<double>();
        for (var crash = 0; crash < 8; crash++)
        {
            backOff = backOff.After(TimeSpan.FromSeconds(29));
            waits.Add(backOff.Wait.TotalSeconds);
        }

        waits.ShouldBe([0.2, 0.4, 0.8, 1.6, 3.2, 6.4, 10, 10]);
        backOff.After(TimeSpan.FromSeconds(30)).Wait.TotalSeconds.ShouldBe(0.2);
    }

    [Test]
    public void Three_failures_in_a_row_take_an_instance_out_and_one_success_brings_it_back()
    {
        var watch = new ReadinessWatch(3);

        InstanceState[] states = [.. Checks.Select(watch.After)];

        states.ShouldBe(
        [
            InstanceState.Starting, InstanceState.Ready, InstanceState.Ready, InstanceState.Ready, InstanceState.Ready,
            InstanceState.Ready, InstanceState.Ready, InstanceState.Unready, InstanceState.Ready,
        ]);
    }

    [Test]
    public void A_release_gets_its_own_environment_and_nothing_of_whoever_started_the_agent()
    {
        var specification = new ReleaseSpecification
        {
            Folder = "/",
            Program = "dotnet",
            Arguments = ["app.dll", "--urls", "http://127.0.0.1:{port}"],
            Environment = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("PORT", "{port}"),
        };

        var launch = Launch.Of(specification, 4711, "mark", name => name is "PATH" or "CI_TOKEN" ? "given" : null);

        launch.Arguments.ShouldBe(["app.dll", "--urls", "http://127.0.0.1:4711"]);
        launch.Environment.ShouldBe(["PATH=given", "PIPELINES_INSTANCE=mark", "PORT=4711"]);
    }

    [Test]
    public void A_histogram_counts_a_duration_in_the_first_bucket_that_holds_it()
    {
        var histogram = new Histogram();

        histogram.Add(TimeSpan.FromMilliseconds(0.5));
        histogram.Add(TimeSpan.FromMilliseconds(0.6));
        histogram.Add(TimeSpan.FromMinutes(1));

        var counts = histogram.Counts();
        counts.Length.ShouldBe(Histogram.Bounds.Count + 1);
        (counts[0], counts[1], counts[^1]).ShouldBe((1, 1, 1));
    }

    [Test]
    public void Fields_that_the_connection_header_names_go_no_further() =>
        HopByHop.Named("keep-alive, X-Trace").ShouldBe(["keep-alive", "X-Trace"], ignoreOrder: true);

    [TestCase("../x")]
    [TestCase("")]
    [TestCase(".hidden")]
    [TestCase("a/b")]
    public void A_name_that_is_no_plain_name_never_becomes_a_folder(string name) =>
        Should.Throw<RefusedException>(() => Names.Checked("release", name)).Status.ShouldBe(400);
}
