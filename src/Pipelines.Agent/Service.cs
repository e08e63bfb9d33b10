using System.Collections.Concurrent;
using System.Text.Json;
using Pipelines.Agent.Measurement;
using Pipelines.Agent.Proxy;
using Pipelines.Agent.State;
using Pipelines.Agent.Supervision;

namespace Pipelines.Agent;

/// <summary>One proxied endpoint: its state, its instances and its traffic.</summary>
internal sealed partial class Service : IInstanceObserver, IAsyncDisposable
{
    private readonly ServiceTools _tools;
    private readonly ServiceFolder _folder;
    private readonly ReleaseCopies _copies;
    private readonly Fleet _fleet;
    private readonly Forwarder _forwarder;
    private readonly ChangeSignal _changes;
    private readonly ConcurrentDictionary<string, ReleaseCounters> _counters = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, AppendLog> _logs = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly Lock _routing = new();
    private readonly string _mark;
    private volatile ServiceState _state;
    private ProxyListener? _listener;

    public Service(string name, ServiceTools tools)
    {
        _tools = tools;
        _folder = new ServiceFolder(tools.Root, name);
        Directory.CreateDirectory(_folder.Path);
        _state = DurableFile.Read(_folder.State, StateJson.Default.ServiceState) ?? new ServiceState { Name = name };
        _copies = new ReleaseCopies(_folder);
        _mark = $"{tools.Root}|{name}|";
        _changes = new ChangeSignal(tools.Time.GetUtcNow().ToUnixTimeMilliseconds());
        _forwarder = new Forwarder(tools.Time);
        _fleet = new Fleet(_folder, _mark, tools.Instances, this);
    }

    public string Name => _state.Name;

    public ServiceState State => _state;

    public ChangeSignal Changes => _changes;

    public Fleet Fleet => _fleet;

    public ReleaseCopies Copies => _copies;

    public ReleaseCounters Unrouted => _forwarder.Unrouted;

    /// <summary>The lease in force, if any.</summary>
    public Lease? LiveLease => _state.Lease is { } lease && lease.IsLive(_tools.Time.GetUtcNow()) ? lease : null;

    public ReleaseCounters Counters(string release) => _counters.GetOrAdd(release, static _ => new ReleaseCounters());

    public AppendLog Log(string log) => _logs.GetOrAdd(log, name => new AppendLog(_folder.Log(name)));

    /// <summary>Finds the instances of an earlier agent, starts those that are missing, and listens.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        EndLeftovers();
        Happened(new AgentEvent("agent-started") { Pid = Environment.ProcessId });
        foreach (var (release, count) in _state.Desired)
        {
            Scale(release, count);
        }

        // Adopted instances answer at once; a client must not be told in between that there are none.
        await Task.WhenAll(_fleet.All.Select(instance => instance.CheckedOnce)).WaitAsync(TimeSpan.FromSeconds(3), _tools.Time, cancellationToken)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Route();
        _watching = WatchAsync(_ending.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync();
        await _watching;
        // The door closes before the instances go: what is in flight is finished by those who have it.
        if (_listener is not null)
        {
            await _listener.DisposeAsync();
        }

        await _fleet.StopAsync();

        EndLeftovers();
        _ending.Dispose();
        _gate.Dispose();
        _copying.Dispose();
    }

    public void Changed()
    {
        Route();
        _changes.Raise();
    }

    public void Happened(AgentEvent happened)
    {
        var line = JsonSerializer.Serialize(happened with { At = _tools.Time.GetUtcNow() }, StateJson.Default.AgentEvent);
        try
        {
            Log("events").Append(line, expectedLength: null);
        }
        catch (IOException failure)
        {
            _tools.Log.Write($"Event of service '{Name}' could not be written ({failure.Message}): {line}");
        }
    }

    /// <summary>Ends processes of this service that no instance will adopt.</summary>
    private void EndLeftovers()
    {
        var known = new HashSet<int>();
        foreach (var (release, count) in _state.Desired)
        {
            for (var index = 0; index < count; index++)
            {
                if (DurableFile.Read(_folder.Record(release, index), StateJson.Default.InstanceRecord) is { } record)
                {
                    known.Add(record.Pid);
                }
            }
        }

        if (Leftovers.End(_mark, known) is > 0 and var ended)
        {
            _tools.Log.Write($"Service '{Name}': ended {ended} processes that no instance knew.");
        }
    }

    private void Scale(string release, int count)
    {
        if (_copies.Find(release) is { } specification)
        {
            _fleet.Scale(release, specification, count);
        }
    }

    /// <summary>Makes the proxy's table from what should be and what is ready.</summary>
    private void Route()
    {
        lock (_routing)
        {
            var state = _state;
            if (state.Settings is not { } settings)
            {
                return;
            }

            _forwarder.Table = new RoutingTable(
                [
                    .. _copies.Ids.Select(release => new ReleaseRoute(
                        release,
                        (int)(state.Weights.GetValueOrDefault(release) * 100),
                        [.. _fleet.Of(release).Select(instance => instance.Ready).OfType<Backend>()],
                        Counters(release))),
                ],
                settings);
        }
    }

    private void Keep(ServiceState state)
    {
        DurableFile.Write(_folder.State, state, StateJson.Default.ServiceState);
        _state = state;
    }
}
