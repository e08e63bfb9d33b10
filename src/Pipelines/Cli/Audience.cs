using Pipelines.Execution;
using Pipelines.Hosts;

namespace Pipelines.Cli;

/// <summary>Everyone who is told what happens in a run, in the order of being told; they leave in the opposite order.</summary>
internal sealed class Audience(List<IRunHost> listeners, SecretMask mask) : IAsyncDisposable
{
    public void Tell(RunEvent happened)
    {
        var masked = MaskedEvents.Of(happened, mask);
        foreach (var listener in listeners)
        {
            listener.Tell(masked);
        }
    }

    public async ValueTask DisposeAsync()
    {
        for (var i = listeners.Count - 1; i >= 0; i--)
        {
            await listeners[i].DisposeAsync();
        }
    }
}
