namespace Sample.Storefront.Health;

/// <summary>On shutdown, says "not ready" for a moment while it still serves, so that routers turn away before the port closes.</summary>
internal sealed class Draining(Readiness readiness, TimeProvider time) : IHostedLifecycleService
{
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(250);

    public Task StoppingAsync(CancellationToken cancellationToken)
    {
        readiness.Stop();
        return Task.Delay(Notice, time, cancellationToken);
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
