using System.Collections.Immutable;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Testing.Fleet;

/// <summary>A stage in memory that keeps the rules of a real platform: fence, dead-man switch, readiness over time, traffic by weight.</summary>
/// <remarks>It refuses, as an assertion, what no rollout may ever do: traffic without capacity, and stopping what has traffic.</remarks>
/// <param name="clock">Moved by the waits of the rollout.</param>
/// <param name="behaviour">Of each release, by digest.</param>
public sealed class SimulatedFleet(DrivenTime clock, Func<string, Behaviour> behaviour) : IFleet
{
    private readonly Dictionary<string, SimulatedRelease> _releases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _logs = new(StringComparer.Ordinal);
    private ImmutableSortedDictionary<string, decimal> _weights = ImmutableSortedDictionary.Create<string, decimal>(StringComparer.Ordinal);
    private (long Epoch, Holder? Holder, DateTimeOffset Expires) _lease;
    private (string Digest, int Instances)? _home;
    private bool _leased;
    private long _revision;
    private DateTimeOffset _served = clock.GetUtcNow();

    /// <summary>Requests a second that visitors make.</summary>
    public double RequestsPerSecond { get; init; } = 100;

    /// <summary>Called before each change with its name; may throw to simulate a death or a trouble.</summary>
    public Action<string> Before { get; set; } = _ => { };

    /// <summary>Called after each change with its name; may throw too.</summary>
    public Action<string> After { get; set; } = _ => { };

    /// <summary>Everything that changed, in order, such as <c>shift 5</c>.</summary>
    public IList<string> Changes { get; } = [];

    /// <summary>Writes that were refused because the lease had ended.</summary>
    public int Refused { get; private set; }

    /// <summary>Instances of a release that run.</summary>
    public int Running(string digest) => _releases.GetValueOrDefault(digest)?.Instances.Count ?? 0;

    /// <summary>Traffic now, by digest.</summary>
    public ImmutableSortedDictionary<string, decimal> Weights => _weights;

    /// <summary>Lines of a log.</summary>
    public IReadOnlyList<string> Log(string log) => _logs.GetValueOrDefault(log, []);

    /// <summary>Lets time pass with nobody renewing: traffic flows, and an unrenewed lease ends.</summary>
    public void Pass(TimeSpan span)
    {
        var end = clock.GetUtcNow() + span;
        while (clock.GetUtcNow() < end)
        {
            clock.Advance(TimeSpan.FromMilliseconds(Math.Min(100, (end - clock.GetUtcNow()).TotalMilliseconds)));
            Flow();
        }
    }

    /// <inheritdoc/>
    public Task<StageObservation> ObserveAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Before("observe");
        Flow();
        var now = clock.GetUtcNow();
        return Task.FromResult(new StageObservation(
            new Uri("http://simulated"),
            _revision,
            _weights,
            _leased,
            _home?.Digest,
            [.. _releases.Values.Select(release => new ReleaseObservation(
                release.Digest,
                release.Instances.Count,
                release.Ready(now),
                release.Instances.Count,
                release.Behaviour.CrashesAtStart && release.Instances.Count > 0 ? new InstanceExit(70, "it crashes") : null))],
            _releases.ToImmutableSortedDictionary(release => release.Key, release => release.Value.Sample(), StringComparer.Ordinal)));
    }

    /// <inheritdoc/>
    public Task WaitAsync(long revision, TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        Pass(time);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task<LeaseAnswer> AcquireAsync(Holder holder, TimeSpan time, CancellationToken cancellationToken)
    {
        Flow();
        if (_lease.Holder is { } other && _lease.Expires > clock.GetUtcNow() && !Dead.Contains(other.Pid))
        {
            return Task.FromResult(new LeaseAnswer(Granted: null, new(other, _lease.Expires - time, _lease.Expires)));
        }

        _lease = (_lease.Epoch + 1, holder, clock.GetUtcNow() + time);
        return Task.FromResult(new LeaseAnswer(new Lease(_lease.Epoch, time), Refused: null));
    }

    /// <summary>Process ids that are gone, so that their lease may be replaced at once.</summary>
    public ISet<int> Dead { get; } = new HashSet<int>();

    /// <inheritdoc/>
    public Task RenewAsync(Lease lease, CancellationToken cancellationToken)
    {
        Before("renew");
        Fence(lease);
        _lease.Expires = clock.GetUtcNow() + lease.Time;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task ReleaseAsync(Lease lease, CancellationToken cancellationToken)
    {
        Fence(lease);
        End();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task AdmitAsync(Lease lease, Release release, ReleaseContent? content, string? home, int instances, CancellationToken cancellationToken) => Change(lease, "admit", () =>
    {
        if (!_releases.ContainsKey(release.Digest))
        {
            _ = content ?? throw new TargetFailedException($"no copy of {release}");
            _releases[release.Digest] = new(release.Digest, behaviour(release.Digest));
        }

        _home = home is null ? _home : (home, instances);
    });

    /// <inheritdoc/>
    public Task ScaleAsync(Lease lease, string digest, int instances, CancellationToken cancellationToken) => Change(lease, $"scale {instances}", () =>
    {
        if (instances == 0 && _weights.GetValueOrDefault(digest) > 0)
        {
            throw new InvalidOperationException("A release was stopped while it had traffic.");
        }

        Scale(digest, instances);
    });

    /// <inheritdoc/>
    public Task ShiftAsync(Lease lease, ImmutableSortedDictionary<string, decimal> weights, CancellationToken cancellationToken) => Change(lease, $"shift {string.Join('/', weights.Values)}", () =>
    {
        Route(weights);
        _leased = true;
    });

    /// <inheritdoc/>
    public Task SettleAsync(Lease lease, string digest, int instances, CancellationToken cancellationToken) => Change(lease, "settle", () =>
    {
        _home = (digest, instances);
        Route(_weights.Clear().Add(digest, 100));
        _leased = false;
    });

    /// <inheritdoc/>
    public Task RemoveAsync(Lease lease, string digest, CancellationToken cancellationToken) => Change(lease, "remove", () => _releases.Remove(digest));

    /// <inheritdoc/>
    public Task<ImmutableArray<string>> ReadLogAsync(string log, int from, CancellationToken cancellationToken) =>
        Task.FromResult(Log(log).Skip(from).ToImmutableArray());

    /// <inheritdoc/>
    public Task AppendLogAsync(Lease lease, string log, int length, string line, CancellationToken cancellationToken) => Change(lease, $"append {log}", () =>
    {
        if (Log(log).Count != length)
        {
            throw new FenceException("someone else wrote");
        }

        _logs.TryAdd(log, []);
        _logs[log].Add(line);
    });

    private Task Change(Lease lease, string name, Action change)
    {
        Before(name);
        Fence(lease);
        change();
        _revision++;
        if (!name.StartsWith("append", StringComparison.Ordinal))
        {
            Changes.Add(name);
        }

        After(name);
        return Task.CompletedTask;
    }

    private void Fence(Lease lease)
    {
        Flow();
        if (_lease.Epoch != lease.Epoch || _lease.Holder is null)
        {
            Refused++;
            throw new FenceException("the lease ended");
        }
    }

    private void Route(ImmutableSortedDictionary<string, decimal> weights)
    {
        foreach (var (digest, percent) in weights.Where(weight => weight.Value > _weights.GetValueOrDefault(weight.Key)))
        {
            if (_releases[digest].Ready(clock.GetUtcNow()) == 0)
            {
                throw new InvalidOperationException($"{percent} % of the traffic went to a release without a ready instance.");
            }
        }

        _weights = weights;
    }

    private void Scale(string digest, int instances)
    {
        var running = _releases[digest].Instances;
        running.RemoveRange(Math.Min(instances, running.Count), Math.Max(0, running.Count - instances));
        running.AddRange(Enumerable.Repeat(clock.GetUtcNow(), Math.Max(0, instances - running.Count)));
    }

    private void Flow()
    {
        var now = clock.GetUtcNow();
        foreach (var (digest, percent) in _weights)
        {
            _releases[digest].Serve(RequestsPerSecond * (now - _served).TotalSeconds * (double)percent / 100);
        }

        _served = now;
        if (_lease.Holder is not null && _lease.Expires <= now)
        {
            End();
        }
    }

    private void End()
    {
        _lease = (_lease.Epoch + 1, null, default);
        if (_leased && _home is { } home && _releases.ContainsKey(home.Digest))
        {
            // Home gets its capacity back, as the agent does it before it moves the traffic.
            Scale(home.Digest, Math.Max(home.Instances, Running(home.Digest)));
            _weights = _weights.Clear().Add(home.Digest, 100);
            _leased = false;
        }
    }
}
