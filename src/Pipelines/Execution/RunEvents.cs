using System.Collections.Concurrent;

namespace Pipelines.Execution;

/// <summary>Passes events on one at a time, whichever thread tells them.</summary>
internal sealed class RunEvents(Action<RunEvent> listener)
{
    private readonly Lock _lock = new();
    private readonly ConcurrentQueue<RunEvent> _posted = new();

    public void Tell(RunEvent happened)
    {
        lock (_lock)
        {
            TellPosted();
            listener(happened);
        }
    }

    /// <summary>Leaves an event to be told by another thread, or before what is told next. For a caller that holds a lock which listeners may want, as one who writes on the console does.</summary>
    public void Post(RunEvent happened)
    {
        _posted.Enqueue(happened);
        ThreadPool.QueueUserWorkItem(static events => events.Drain(), this, preferLocal: false);
    }

    private void Drain()
    {
        lock (_lock)
        {
            TellPosted();
        }
    }

    private void TellPosted()
    {
        while (_posted.TryDequeue(out var happened))
        {
            listener(happened);
        }
    }
}
