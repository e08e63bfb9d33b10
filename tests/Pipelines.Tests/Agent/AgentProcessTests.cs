using NUnit.Framework;
using Pipelines.Agent.Supervision;
using Shouldly;

namespace Pipelines.Tests.Agent;

[NonParallelizable]
[Platform("Linux", Reason = "skipped: needs Linux, where the agent runs")]
public sealed class AgentProcessTests
{
    private string _root = "";
    private string _folder = "";
    private AgentProcess _agent = null!;

    [SetUp]
    public async Task SetUpAsync()
    {
        _root = Directory.CreateTempSubdirectory("agent-").FullName;
        _folder = Directory.CreateTempSubdirectory("release-").FullName;

        await File.WriteAllTextAsync(Path.Combine(_folder, "note"), "a release needs a file");
        _agent = await AgentProcess.StartAsync(_root);
        await _agent.AcquireAsync(seconds: 60);
    }

    [TearDown]
    public async Task TearDownAsync()
    {
        await _agent.DisposeAsync();
        Marked().ShouldBeEmpty();
        Directory.Delete(_root, recursive: true);
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task Instances_survive_a_killed_agent_and_the_next_one_adopts_them()
    {
        await AddServerAsync("v1");
        await _agent.ScaleAsync("v1", 2);
        await _agent.UntilReadyAsync("v1", 2);
        var before = await _agent.PidsAsync("v1");
        var epoch = _agent.Epoch;

        await _agent.KillAsync();
        before.ShouldAllBe(pid => new ProcessIdentity(pid, 0).IsAlive());
        Libc.SignalGroup(before[1], Libc.Kill);
        _agent = await AgentProcess.StartAsync(_root);
        _agent.Epoch = epoch;
        await _agent.UntilReadyAsync("v1", 2);

        var after = await _agent.PidsAsync("v1");
        after[0].ShouldBe(before[0]);
        after[1].ShouldNotBe(before[1]);
        var (status, _) = await _agent.SendAsync("PUT", "/v1/services/shop/lease");
        status.ShouldBe(200);
    }

    [Test]
    public async Task A_process_the_agent_lost_sight_of_is_ended_by_the_next_one()
    {
        await AddServerAsync("v1");
        await _agent.ScaleAsync("v1", 1);
        await _agent.UntilReadyAsync("v1", 1);
        var lost = (await _agent.PidsAsync("v1"))[0];

        await _agent.KillAsync();
        File.Delete(Path.Combine(_root, "services", "shop", "releases", "v1", "instance-0.json"));
        _agent = await AgentProcess.StartAsync(_root);

        new ProcessIdentity(lost, 0).IsAlive().ShouldBeFalse();
    }

    [Test]
    public async Task A_crash_is_told_with_its_last_words_and_followed_by_a_new_start()
    {
        await _agent.AddAsync("bad", _folder, "sh", "-c", "echo no configuration; exit 7");
        await _agent.ScaleAsync("bad", 1);
        await AgentProcess.UntilAsync(
            async () => (int)(await _agent.ReleaseAsync("bad"))["instances"]![0]!["restarts"]! >= 2, "it was started again");

        var instance = (await _agent.ReleaseAsync("bad"))["instances"]![0]!;
        ((int)instance["exit"]!["code"]!).ShouldBe(7);
        instance["exit"]!["output"]!.AsArray().Select(line => (string)line!).ShouldContain(line => line == "no configuration");
        var (status, problem) = await _agent.SendAsync("PUT", "/v1/services/shop/weights", """{"weights":{"bad":100},"settled":true}""");
        status.ShouldBe(409);
        ((string)problem!["problem"]!).ShouldBe("Release 'bad' has no ready instance, so it cannot take 100 % of the requests; start instances and wait until they are ready.");
    }

    [Test]
    public async Task A_wait_for_a_change_ends_after_its_time_even_when_that_is_no_whole_second()
    {
        var (_, service) = await _agent.SendAsync("GET", "/v1/services/shop");
        var revision = (long)service!["revision"]!;
        var began = TimeProvider.System.GetTimestamp();

        var (status, _) = await _agent.SendAsync("GET", $"/v1/services/shop?after={revision}&seconds=0.05");
        var (refused, _) = await _agent.SendAsync("GET", $"/v1/services/shop?after={revision}&seconds=soon");

        TimeProvider.System.GetElapsedTime(began).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        status.ShouldBe(200);
        refused.ShouldBe(400);
    }

    [Test]
    public async Task Stopping_leaves_no_process_behind_not_even_a_grandchild_and_stays_stopped()
    {
        await _agent.AddAsync("v1", _folder, "sh", "-c", "setsid sleep 300 & sleep 300 & trap '' TERM; wait");
        await _agent.ScaleAsync("v1", 1);
        await AgentProcess.UntilAsync(() => Task.FromResult(Marked().Count >= 3), "the grandchildren run");

        (await _agent.SendAsync("POST", "/v1/agent/stop")).Status.ShouldBe(423);
        (await _agent.SendAsync("POST", "/v1/agent/stop?force=true")).Status.ShouldBe(202);
        await _agent.UntilGoneAsync();

        Marked().ShouldBeEmpty();
        _agent = await AgentProcess.StartAsync(_root);
        ((int)(await _agent.ReleaseAsync("v1"))["desired"]!).ShouldBe(0);
    }

    [Test]
    public async Task Weights_of_a_lease_that_ends_go_home_and_its_holder_is_fenced_off()
    {
        await AddServerAsync("v1");
        await AddServerAsync("v2");
        await _agent.ScaleAsync("v1", 1);
        await _agent.ScaleAsync("v2", 1);
        await _agent.UntilReadyAsync("v1", 1);
        await _agent.UntilReadyAsync("v2", 1);
        await _agent.SendAsync("PUT", "/v1/services/shop/settings", $$"""{"port":{{ProxyFixture.FreePort()}}}""");
        await _agent.SendAsync("PUT", "/v1/services/shop/home", """{"release":"v1","instances":1}""");
        (await _agent.SendAsync("PUT", "/v1/services/shop/weights", """{"weights":{"v1":80,"v2":20},"settled":false}""")).Status.ShouldBe(200);

        (await _agent.SendAsync("DELETE", "/v1/services/shop/lease")).Status.ShouldBe(204);
        await AgentProcess.UntilAsync(
            async () => (await _agent.SendAsync("GET", "/v1/services/shop")).Body!["weights"]!.ToJsonString() == """{"v1":100}""", "traffic is home");

        (await _agent.SendAsync("PUT", "/v1/services/shop/weights", """{"weights":{"v2":100},"settled":true}""")).Status.ShouldBe(412);
        var events = await File.ReadAllTextAsync(Path.Combine(_root, "services", "shop", "events.jsonl"));
        events.ShouldContain("traffic-home");
    }

    [Test]
    public async Task A_secret_of_a_release_is_not_told_and_its_files_are_the_owners_alone()
    {
        await AddServerAsync("v1");
        await _agent.ScaleAsync("v1", 1);
        await _agent.UntilReadyAsync("v1", 1);

        var (_, body) = await _agent.SendAsync("GET", "/v1/services");

        body!.ToJsonString().ShouldNotContain("s3cret");
        (await File.ReadAllTextAsync(Path.Combine(_root, "agent.log"))).ShouldNotContain("s3cret");
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(_root).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            File.GetUnixFileMode(Path.Combine(_root, "agent.sock")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    // A small server that is certainly there: an agent inside the agent, ready on its metrics port.
    private async Task AddServerAsync(string release)
    {
        var (status, body) = await _agent.AddAsync(
            release, _folder, "dotnet", Path.Combine(AppContext.BaseDirectory, "Pipelines.Agent.dll"), "--root", $"{_root}/inner-{{port}}", "--metrics-port", "{port}");
        status.ShouldBe(200, body?.ToJsonString());
    }

    private List<int> Marked()
    {
        var mark = $"{Launch.MarkVariable}={_root}|";
        return
        [
            .. Directory.EnumerateDirectories("/proc")
                .Where(folder => int.TryParse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture, out _) && VariablesOf(folder).Contains(mark, StringComparison.Ordinal))
                .Select(folder => int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture)),
        ];
    }

    private static string VariablesOf(string folder)
    {
        try
        {
            return File.ReadAllText(Path.Combine(folder, "environ"));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
