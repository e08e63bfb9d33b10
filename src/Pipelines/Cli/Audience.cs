using Pipelines.Execution;
using Pipelines.Hosts;

namespace Pipelines.Cli;

/// <summary>
/// Everyone who is told what happens in a run, in the order of being told; they leave in the opposite order. What they write goes out a moment later,
/// together with what is told by then: one write for each line would be a third of the time of a run with thousands of targets.
/// </summary>
internal sealed class Audience : IAsyncDisposable
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(30);
    private readonly Lock _lock = new();
    private readonly List<IRunHost> _listeners;
    private readonly SecretMask _mask;

    // Of the real clock also where the run has another one: it is for those who watch.
    private readonly ITimer _timer;
    private bool _isDue;
    private bool _isOver;

    public Audience(List<IRunHost> listeners, SecretMask mask)
    {
        (_listeners, _mask) = (listeners, mask);
        _timer = TimeProvider.System.CreateTimer(_ => Flush(), state: null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Tell(RunEvent happened)
    {
        var masked = MaskedEvents.Of(happened, _mask);
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }
            foreach (var listener in _listeners)
            {
                listener.Tell(masked);
            }
            if (!_isDue)
            {
                _isDue = true;
                _timer.Change(Moment, Timeout.InfiniteTimeSpan);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        // Not DisposeAsync, which waits for a turn that is being taken: the lock does, and without another thread.
        Stop();
        for (var i = _listeners.Count - 1; i >= 0; i--)
        {
            await _listeners[i].DisposeAsync();
        }
    }

    private void Stop()
    {
        lock (_lock)
        {
            _isOver = true;
            _timer.Dispose();
        }
    }

    private void Flush()
    {
        lock (_lock)
        {
            if (_isOver)
            {
                return;
            }
            _isDue = false;
            foreach (var listener in _listeners)
            {
                listener.Flush();
            }
        }
    }
}
