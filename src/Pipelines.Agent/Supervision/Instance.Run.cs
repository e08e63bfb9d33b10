using Pipelines.Agent.Proxy;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Supervision;

/// <summary>The life of an instance from start to end.</summary>
internal sealed partial class Instance
{
    private async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                await TryAsync(stopping);
                await Task.Delay(_backOff.Wait, _tools.Time, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Told to stop; what follows is the stopping.
        }

        _checkedOnce.TrySetResult();
        await EndAsync();
    }

    private async Task TryAsync(CancellationToken stopping)
    {
        try
        {
            _process ??= Start();
            if (_process is not null)
            {
                await WatchAsync(_process, stopping);
            }
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or InvalidOperationException)
        {
            // A full disk or no free port: no reason to give the instance up.
            _backOff = _backOff.After(TimeSpan.Zero);
            _observer.Happened(Event("instance-failed") with { Reason = failure.Message });
        }
    }

    private RunningProcess? Start()
    {
        var port = _tools.Ports.Take();
        var launch = Launch.Of(_specification, port, _place.Mark, _tools.Environment);
        var (pid, error) = Spawn.Start(launch.Program, launch.Arguments, launch.Environment, _place.Folder, _place.OutputFile);
        if (pid == 0)
        {
            _tools.Ports.Return(port);
            Crashed(127, $"'{launch.Program}' could not start: {System.Runtime.InteropServices.Marshal.GetPInvokeErrorMessage(error)}", TimeSpan.Zero);
            return null;
        }

        var started = _tools.Time.GetUtcNow();
        var identity = ProcessIdentity.Of(pid) ?? new ProcessIdentity(pid, 0);
        DurableFile.Write(
            _place.RecordFile,
            new InstanceRecord(pid, identity.StartTicks, port, _view.Restarts, started),
            StateJson.Default.InstanceRecord);
        Show(_view with { Pid = pid, Port = port, State = InstanceState.Starting, StartedAt = started });
        return new RunningProcess(identity, port, isChild: true);
    }

    private async Task WatchAsync(RunningProcess process, CancellationToken stopping)
    {
        _backend = new Backend(process.Port);
        var watch = new ReadinessWatch(FailuresUntilUnready);
        var began = _tools.Time.GetTimestamp();
        var readySince = (long?)null;
        var checkedAt = (long?)null;
        while (process.ExitCode() is not { } code)
        {
            var interval = watch.WasReady && !_backend.IsSuspect ? ReadyInterval : Tick;
            if (checkedAt is null || _tools.Time.GetElapsedTime(checkedAt.Value) >= interval)
            {
                checkedAt = _tools.Time.GetTimestamp();
                var ready = await _tools.Probe.IsReadyAsync(process.Port, _specification.ReadyPath, stopping);
                _backend.IsSuspect &= !ready;
                // An answer may come from somebody else who took the port; it counts only while the process lives.
                var state = process.ExitCode() is null ? watch.After(ready) : _view.State;
                readySince = state == InstanceState.Ready ? readySince ?? _tools.Time.GetTimestamp() : null;
                if (state != _view.State)
                {
                    Show(_view with { State = state });
                }

                _checkedOnce.TrySetResult();
                _output.RotateWhenFull();
            }

            if (!watch.WasReady && _tools.Time.GetElapsedTime(began).TotalSeconds >= _specification.StartSeconds)
            {
                await KillAsync(process, stopping);
                Ended(process, 128 + Libc.Kill, $"not ready within {_specification.StartSeconds} s: GET {_specification.ReadyPath} did not answer 2xx", TimeSpan.Zero);
                return;
            }

            await Task.Delay(Tick, _tools.Time, stopping);
        }

        Ended(process, process.ExitCode() ?? -1, "exited", readySince is { } since ? _tools.Time.GetElapsedTime(since) : TimeSpan.Zero);
    }

    private void Ended(RunningProcess process, int code, string reason, TimeSpan ready)
    {
        process.Kill();
        _process = null;
        _backend?.Leave();
        _backend?.Dispose();
        _backend = null;
        _tools.Ports.Return(process.Port);
        File.Delete(_place.RecordFile);
        Crashed(code, reason, ready);
    }

    private void Crashed(int code, string reason, TimeSpan ready)
    {
        _backOff = _backOff.After(ready);
        var exit = new InstanceExit(code, _tools.Time.GetUtcNow(), reason, [.. _output.Tail(OutputLines).Select(_specification.Hide)]);
        _observer.Happened(Event("instance-crashed") with { Code = code, Reason = reason });
        Show(_view with { State = InstanceState.Backoff, Pid = 0, Port = 0, StartedAt = null, Restarts = _view.Restarts + 1, Exit = exit });
    }
}
