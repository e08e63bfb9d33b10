using System.Globalization;
using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.EndToEnd.Proxy;

/// <summary>The proxy beside nginx: same machine, same run, same backend, turn by turn so that other work disturbs both alike.</summary>
[Category("Load")]
[NonParallelizable]
[Platform("Linux", Reason = "skipped: needs Linux, where the agent runs")]
public sealed class ThroughputTests
{
    private const int Connections = 64;
    private const int Turns = 7;
    private static readonly TimeSpan Turn = TimeSpan.FromSeconds(2);

    [Test]
    public async Task The_proxy_answers_at_least_half_as_many_requests_as_nginx_and_fails_none()
    {
        _ = Needs.Program("wrk", package: "wrk");
        var nginxProgram = Needs.Program("nginx", package: "nginx");
        using var scratch = new ScratchFolder();
        var runner = new ProcessRunner(scratch.Path, TimeProvider.System);
        await using var agent = await AgentUnderLoad.StartAsync(scratch, runner, nginxProgram);
        await using var nginx = await NginxProxy.StartAsync(scratch, runner, nginxProgram, agent.BackendPort);
        await Wrk.RunAsync(agent.Address, Connections, 2 * Turn);

        List<WrkReport> ours = [], theirs = [];
        for (var turn = 0; turn < Turns; turn++)
        {
            theirs.Add(await Wrk.RunAsync(nginx.Address, Connections, Turn));
            ours.Add(await Wrk.RunAsync(agent.Address, Connections, Turn));
        }

        // The turn in the middle: a neighbour of the machine who takes the processors for two seconds decides nothing.
        var ratio = ours.Zip(theirs, (our, their) => our.RequestsPerSecond / their.RequestsPerSecond).Order().ElementAt(Turns / 2);
        await TestContext.Out.WriteLineAsync(Table(theirs, ours, ratio));
        ours.Sum(report => report.Failed).ShouldBe(0);
        theirs.Sum(report => report.Failed).ShouldBe(0);
        ratio.ShouldBeGreaterThanOrEqualTo(0.5);
    }

    private static double Rate(IEnumerable<WrkReport> reports) => reports.Average(report => report.RequestsPerSecond);

    private static string Table(IReadOnlyList<WrkReport> theirs, IReadOnlyList<WrkReport> ours, double ratio) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        proxy      requests/s  failed
        nginx      {Rate(theirs),10:F0}  {theirs.Sum(report => report.Failed),6}
        pipelines  {Rate(ours),10:F0}  {ours.Sum(report => report.Failed),6}
        ratio      {ratio,10:F2}
        """);
}
