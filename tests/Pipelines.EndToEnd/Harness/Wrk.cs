using System.Globalization;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Harness;

/// <summary>Load by <c>wrk</c>: as fast as the server answers, or until it is told to stop.</summary>
internal sealed class Wrk : IDisposable
{
    private readonly ShellRun _run;

    private Wrk(ShellRun run) => _run = run;

    /// <summary>Starts load that ends by itself after the time, or earlier by <see cref="StopAsync"/>.</summary>
    public static Wrk Start(Uri url, int connections, TimeSpan time)
    {
        var program = Needs.Program("wrk", package: "wrk");
        var seconds = ((int)time.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return new(new Shell(Repository.Root).Start(program, "-t", "1", "-c", connections.ToString(CultureInfo.InvariantCulture), "-d", $"{seconds}s", "--latency", url.AbsoluteUri));
    }

    /// <summary>Load for a time.</summary>
    public static async Task<WrkReport> RunAsync(Uri url, int connections, TimeSpan time)
    {
        using var wrk = Start(url, connections, time);
        return await wrk.EndAsync(time + TimeSpan.FromSeconds(30));
    }

    /// <summary>Ends the load now and says how it went.</summary>
    public Task<WrkReport> StopAsync()
    {
        _run.Signal("INT");
        return EndAsync(TimeSpan.FromSeconds(30));
    }

    public void Dispose() => _run.Dispose();

    private async Task<WrkReport> EndAsync(TimeSpan limit) => WrkReport.Parse((await _run.WaitAsync(limit, CancellationToken.None)).Text);
}
