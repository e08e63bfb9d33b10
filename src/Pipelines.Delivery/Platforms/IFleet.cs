using System.Collections.Immutable;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Platforms;

/// <summary>One stage on its platform: observed, changed by absolute values, and keeper of the stage's journal and ledger.</summary>
/// <remarks>Every change carries a <see cref="Lease"/>; the platform refuses one that ran out or was replaced with a <see cref="FenceException"/>, so a process that slept past its lease changes nothing.</remarks>
public interface IFleet : IStageLogs
{
    /// <summary>Reads the stage as it is now.</summary>
    Task<StageObservation> ObserveAsync(CancellationToken cancellationToken);

    /// <summary>Returns at the next change after a revision, or when the time is over.</summary>
    Task WaitAsync(long revision, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Asks for the right to change the stage.</summary>
    Task<LeaseAnswer> AcquireAsync(Holder holder, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>Keeps the right for its time from now.</summary>
    Task RenewAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>Gives the right back.</summary>
    Task ReleaseAsync(Lease lease, CancellationToken cancellationToken);

    /// <summary>Takes an immutable copy of a release, unless it is there, and notes where traffic returns to when the lease ends.</summary>
    /// <param name="lease">The right to change.</param>
    /// <param name="release">What comes.</param>
    /// <param name="content">Its files, or null when the platform must have them already.</param>
    /// <param name="home">Digest that traffic returns to, or null for none.</param>
    /// <param name="instances">Of home.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="TargetFailedException">There is neither content nor a copy.</exception>
    Task AdmitAsync(Lease lease, Release release, ReleaseContent? content, string? home, int instances, CancellationToken cancellationToken);

    /// <summary>Sets how many instances of a release should run; returns at once.</summary>
    Task ScaleAsync(Lease lease, string digest, int instances, CancellationToken cancellationToken);

    /// <summary>Sets the traffic in percent by digest, kept only while the lease is.</summary>
    Task ShiftAsync(Lease lease, ImmutableSortedDictionary<string, decimal> weights, CancellationToken cancellationToken);

    /// <summary>Gives a release all traffic for good and makes it the home.</summary>
    Task SettleAsync(Lease lease, string digest, int instances, CancellationToken cancellationToken);

    /// <summary>Removes the copy of a release that does not run.</summary>
    Task RemoveAsync(Lease lease, string digest, CancellationToken cancellationToken);
}
