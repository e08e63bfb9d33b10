namespace Pipelines.Execution;

/// <summary>Passes events on one at a time, whichever thread tells them.</summary>
internal sealed class RunEvents(Action<RunEvent> listener)
{
    private readonly Lock _lock = new();

    public void Tell(RunEvent happened)
    {
        lock (_lock)
        {
            listener(happened);
        }
    }
}
