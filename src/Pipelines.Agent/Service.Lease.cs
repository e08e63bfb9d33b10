using Pipelines.Agent.State;

namespace Pipelines.Agent;

/// <summary>Who may change the service.</summary>
internal sealed partial class Service
{
    /// <exception cref="RefusedException">423: somebody else holds it.</exception>
    public async Task<(long Epoch, Lease Lease)> AcquireAsync(Holder holder, double seconds, CancellationToken cancellationToken)
    {
        Limit(seconds);
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (LiveLease is { } held && _tools.Alive(held.Holder) != false)
            {
                throw new RefusedException(
                    StatusCodes.Status423Locked,
                    $"Service '{Name}' is held by {held.Holder.User}@{held.Holder.Host} (pid {held.Holder.Pid}, {held.Holder.Command}) since {held.Since:u}; wait for it to end.")
                {
                    Lease = held,
                };
            }

            var now = _tools.Time.GetUtcNow();
            var lease = new Lease(holder, seconds, now, now.AddSeconds(seconds));
            Keep(_state with { Epoch = _state.Epoch + 1, Lease = lease });
            Changed();
            return (_state.Epoch, lease);
        }
        finally
        {
            _gate.Release();
        }
    }

    public Task<Lease> RenewAsync(long epoch, CancellationToken cancellationToken) => ChangeAsync(
        epoch,
        state =>
        {
            var lease = state.Lease!;
            return state with { Lease = lease with { ExpiresAt = _tools.Time.GetUtcNow().AddSeconds(lease.Seconds) } };
        },
        state => state.Lease!,
        cancellationToken);

    public Task ReleaseLeaseAsync(long epoch, CancellationToken cancellationToken) =>
        ChangeAsync(epoch, state => state with { Lease = null }, state => state.Epoch, cancellationToken);

    /// <exception cref="RefusedException">412: the writer's lease is not, or no longer, the one in force.</exception>
    public void Fence(long epoch)
    {
        if (epoch != _state.Epoch || LiveLease is null)
        {
            throw new RefusedException(
                StatusCodes.Status412PreconditionFailed,
                $"Epoch {epoch} of service '{Name}' is over (current: {_state.Epoch}, {(LiveLease is null ? "no lease in force" : "held by another")}); nothing was changed. Acquire the lease again.");
        }
    }

    /// <summary>The one way to change the state: behind the fence, one at a time, on disk before it counts.</summary>
    private async Task<T> ChangeAsync<T>(
        long epoch, Func<ServiceState, ServiceState> change, Func<ServiceState, T> answer, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Fence(epoch);
            Keep(change(_state));
            Changed();
            return answer(_state);
        }
        finally
        {
            _gate.Release();
        }
    }

    private static void Limit(double seconds)
    {
        if (seconds is not (>= 0.1 and <= 86400))
        {
            throw new RefusedException(StatusCodes.Status400BadRequest, $"A lease of {seconds} s is out of range; use 0.1 to 86400.");
        }
    }
}
