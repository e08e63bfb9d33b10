using System.Runtime.InteropServices;

namespace Pipelines.Cli;

/// <summary>The first interrupt or termination signal cancels the run; the second ends the process at once.</summary>
internal sealed class Signals : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly PosixSignalRegistration[] _registrations;

    public Signals(CancellationTokenSource stop)
    {
        _stop = stop;
        _registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    public void Dispose() => Array.ForEach(_registrations, registration => registration.Dispose());

    private void Handle(PosixSignalContext context)
    {
        // Left to its default, the signal ends the process.
        context.Cancel = !_stop.IsCancellationRequested;
        _ = _stop.CancelAsync();
    }
}
