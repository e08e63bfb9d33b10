using Pipelines.Agent.State;

namespace Pipelines.Agent;

/// <summary>What the service can run and how much of it.</summary>
internal sealed partial class Service
{
    private readonly SemaphoreSlim _copying = new(1, 1);

    public async Task AddReleaseAsync(long epoch, string release, ReleaseSpecification specification, CancellationToken cancellationToken)
    {
        // A copy takes its time: it has its own queue, so that a lease can be renewed meanwhile.
        await _copying.WaitAsync(cancellationToken);
        try
        {
            Fence(epoch);
            if (_copies.Find(release) is null)
            {
                Refuse(specification.Problems());
                await Task.Run(() => _copies.Add(release, specification), cancellationToken);
                Changed();
            }
        }
        finally
        {
            _copying.Release();
        }
    }

    public Task ScaleAsync(long epoch, string release, int count, CancellationToken cancellationToken) => ChangeAsync(
        epoch,
        state =>
        {
            Known(release);
            Count(count, 0);
            return state with { Desired = count == 0 ? state.Desired.Remove(release) : state.Desired.SetItem(release, count) };
        },
        state =>
        {
            Scale(release, count);
            return state;
        },
        cancellationToken);

    public Task RemoveReleaseAsync(long epoch, string release, CancellationToken cancellationToken) => ChangeAsync(
        epoch,
        state =>
        {
            Known(release);
            var reason = !_fleet.Of(release).IsEmpty || state.Desired.ContainsKey(release) ? "still has instances; scale it to 0 and wait"
                : state.Weights.ContainsKey(release) ? "still has weight; give it to another release"
                : state.Home?.Release == release ? "is home; make another release home"
                : null;
            if (reason is not null)
            {
                throw new RefusedException(StatusCodes.Status409Conflict, $"Release '{release}' {reason}.");
            }

            _copies.Remove(release);
            _counters.TryRemove(release, out _);
            return state;
        },
        state => state,
        cancellationToken);

    /// <summary>Adds a line for the lease's holder.</summary>
    public async Task<int> AppendAsync(long epoch, string log, string line, int? expectedLength, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Fence(epoch);
            return Log(log).Append(line, expectedLength);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Remembers that nothing should run; the instances stop when the agent ends.</summary>
    public async Task ForgetAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            Keep(_state with { Desired = _state.Desired.Clear(), Weights = _state.Weights.Clear(), Home = null, Leased = false, Lease = null });
        }
        finally
        {
            _gate.Release();
        }
    }
}
