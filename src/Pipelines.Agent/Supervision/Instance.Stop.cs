namespace Pipelines.Agent.Supervision;

/// <summary>How an instance goes: no request is lost, no process stays.</summary>
internal sealed partial class Instance
{
    private static readonly TimeSpan DrainTick = TimeSpan.FromMilliseconds(10);

    private async Task EndAsync()
    {
        Show(_view with { State = InstanceState.Stopping });
        if (_process is { } process)
        {
            if (_backend is { } backend)
            {
                // In this order: once it is marked, no request that chose it before can slip in unseen.
                backend.Leave();
                await WaitAsync(() => backend.InFlight == 0, _specification.DrainSeconds);
            }

            process.Terminate();
            await WaitAsync(() => process.ExitCode() is not null, _specification.StopSeconds);
            await KillAsync(process, CancellationToken.None);
            _tools.Ports.Return(process.Port);
            _process = null;
        }

        File.Delete(_place.RecordFile);
        _view = _view with { Pid = 0, Port = 0 };
    }

    private async Task KillAsync(RunningProcess process, CancellationToken cancellationToken)
    {
        process.Kill();
        while (process.ExitCode() is null)
        {
            await Task.Delay(DrainTick, _tools.Time, cancellationToken);
        }
    }

    private async Task WaitAsync(Func<bool> done, double seconds)
    {
        var began = _tools.Time.GetTimestamp();
        while (!done() && _tools.Time.GetElapsedTime(began).TotalSeconds < seconds)
        {
            await Task.Delay(DrainTick, _tools.Time, CancellationToken.None);
        }
    }
}
