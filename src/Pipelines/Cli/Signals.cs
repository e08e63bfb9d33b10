using System.Runtime.InteropServices;

namespace Pipelines.Cli;

/// <summary>The first interrupt or termination signal cancels the run; the second ends the process at once.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _termination;

    public Signals(CancellationTokenSource stop)
    {
        _stop = stop;
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    public void Dispose()
    {
        _interrupt.Dispose();
        _termination.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        // Left to its default, the signal ends the process.
        context.Cancel = !_stop.IsCancellationRequested;
        _ = _stop.CancelAsync();
    }
}
