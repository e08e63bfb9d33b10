using Pipelines.Delivery.Platforms;

namespace Pipelines.Delivery.Execution;

/// <summary>Renews a lease at a third of its time, and says at once when it is lost.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _lost = new();
    private readonly Task _renewal;

    public LeaseKeeper(IFleet fleet, Lease lease, TimeProvider time) => _renewal = RenewAsync(fleet, lease, time, _stop.Token);

    /// <summary>Cancelled when the lease ended: nothing may be written any more.</summary>
    public CancellationToken Lost => _lost.Token;

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _renewal;
        _stop.Dispose();
        _lost.Dispose();
    }

    private async Task RenewAsync(IFleet fleet, Lease lease, TimeProvider time, CancellationToken cancellationToken)
    {
        var renewed = time.GetTimestamp();
        try
        {
            while (true)
            {
                await Task.Delay(lease.Time / 3, time, cancellationToken);
                if (await IsLostAsync())
                {
                    await _lost.CancelAsync();
                    return;
                }
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The rollout is over; it gives the lease back itself.
        }

        async Task<bool> IsLostAsync()
        {
            using var patience = new CancellationTokenSource(lease.Time / 3, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
            try
            {
                await fleet.RenewAsync(lease, either.Token);
                renewed = time.GetTimestamp();
                return false;
            }
            catch (FenceException)
            {
                return true;
            }
            catch (Exception problem) when (problem is FleetException or TargetFailedException or IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                // Whatever it was: not answered is not refused: another try comes before the lease is over.
                return time.GetElapsedTime(renewed) >= lease.Time;
            }
        }
    }
}
