using Pipelines;
using Pipelines.Tools;

namespace Sample.Storefront.IntegrationTests.Servers;

/// <summary>A server that the tests start on the loopback interface, and that never outlives them.</summary>
/// <param name="folder">Gets its files.</param>
/// <param name="server">What starts it in the foreground.</param>
/// <param name="ready">Part of the line that says it can be used.</param>
internal sealed class OwnServer(AbsolutePath folder, Command server, string ready) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Ends the server when the process of the tests is gone, however it went; tells the server's process id first.
    private const string Watchdog = """
        parent=$1; shift
        "$@" & server=$!
        echo "server $server"
        tail --pid="$parent" -f /dev/null & watch=$!
        wait -n "$server" "$watch"
        kill -KILL "$server" "$watch" 2>/dev/null
        wait
        """;

    private readonly List<string> _lines = [];
    private CancellationTokenSource? _stop;
    private Task _running = Task.CompletedTask;
    private string _pid = "";

    /// <summary>Starts it, and waits until it can be used.</summary>
    public async Task StartAsync()
    {
        var isReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var runner = new ProcessRunner(folder, TimeProvider.System) { Output = line => Read(line.Text, isReady) };
        _stop = new CancellationTokenSource();
        var command = Command.Of("bash", "-c", Watchdog, "watchdog", $"{Environment.ProcessId}", server.Program).With([.. server.Arguments]);
        _running = runner.RunAsync(command with { SuccessCodes = [] }, _stop.Token);
        if (await Task.WhenAny(isReady.Task, _running).WaitAsync(Patience) != isReady.Task)
        {
            throw new InvalidOperationException($"'{server}' ended at once:\n{string.Join('\n', _lines)}");
        }
    }

    /// <summary>As <c>kill -9</c>: no goodbye to its clients.</summary>
    public Task KillAsync() => SignalAsync("KILL");

    /// <summary>Stops it in its own way: it says goodbye to its clients.</summary>
    public Task StopAsync() => SignalAsync("INT");

    /// <summary>Freezes it: it takes connections and answers nothing.</summary>
    public Task FreezeAsync() => new ProcessRunner(folder, TimeProvider.System).RunAsync(Command.Of("kill", "-STOP", _pid), CancellationToken.None);

    /// <summary>Lets a frozen server go on.</summary>
    public Task ThawAsync() => new ProcessRunner(folder, TimeProvider.System).RunAsync(Command.Of("kill", "-CONT", _pid), CancellationToken.None);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_stop is null)
        {
            return;
        }

        try
        {
            if (!_running.IsCompleted)
            {
                await StopAsync();
            }
        }
        finally
        {
            await _stop.CancelAsync();
            await _running.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            _stop.Dispose();
        }
    }

    private async Task SignalAsync(string signal)
    {
        await new ProcessRunner(folder, TimeProvider.System).RunAsync(Command.Of("kill", $"-{signal}", _pid), CancellationToken.None);
        await _running.WaitAsync(Patience);
    }

    private void Read(string line, TaskCompletionSource isReady)
    {
        lock (_lines)
        {
            _lines.Add(line);
            if (line.StartsWith("server ", StringComparison.Ordinal))
            {
                _pid = line.Split(' ')[1];
            }
            else if (line.Contains(ready, StringComparison.OrdinalIgnoreCase))
            {
                isReady.TrySetResult();
            }
        }
    }
}
