using Pipelines.Agent.Proxy;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Supervision;

/// <summary>Keeps one process of a release running until told to stop.</summary>
internal sealed partial class Instance : IDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan ReadyInterval = TimeSpan.FromSeconds(1);
    private const int FailuresUntilUnready = 3;
    private const int OutputLines = 20;

    private readonly InstancePlace _place;
    private readonly ReleaseSpecification _specification;
    private readonly InstanceTools _tools;
    private readonly IInstanceObserver _observer;
    private readonly OutputFile _output;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _checkedOnce = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private BackOff _backOff = new();
    private RunningProcess? _process;
    private volatile Backend? _backend;
    private volatile InstanceView _view;

    public Instance(InstancePlace place, ReleaseSpecification specification, InstanceTools tools, IInstanceObserver observer)
    {
        _place = place;
        _specification = specification;
        _tools = tools;
        _observer = observer;
        _output = new OutputFile(place.OutputFile);
        _view = new InstanceView(place.Index, Port: 0, Pid: 0, InstanceState.Starting, Restarts: 0, StartedAt: null, Exit: null);
        Adopt();
        Completion = Task.Run(() => RunAsync(_stopping.Token), CancellationToken.None);
    }

    public int Index => _place.Index;

    public InstanceView View => _view;

    /// <summary>What the proxy may send requests to; null unless ready.</summary>
    public Backend? Ready => _view.State == InstanceState.Ready ? _backend : null;

    public long InFlight => _backend?.InFlight ?? 0;

    /// <summary>Ends when the instance has been stopped and its process is gone.</summary>
    public Task Completion { get; }

    /// <summary>Ends when readiness was looked at for the first time, or nothing is there to look at.</summary>
    public Task CheckedOnce => _checkedOnce.Task;

    /// <summary>The session its processes live in; 0 when none runs.</summary>
    public int Session => _view.Pid;

    public bool IsStopping => _stopping.IsCancellationRequested;

    /// <summary>Begins to stop: out of the rotation, drain, SIGTERM, SIGKILL. <see cref="Completion"/> tells the end.</summary>
    public void Stop() => _stopping.Cancel();

    public void Dispose()
    {
        _stopping.Dispose();
        _backend?.Dispose();
    }

    private void Adopt()
    {
        if (DurableFile.Read(_place.RecordFile, StateJson.Default.InstanceRecord) is not { } record ||
            RunningProcess.Adopt(record) is not { } process)
        {
            _checkedOnce.SetResult();
            return;
        }

        _tools.Ports.Keep(record.Port);
        _process = process;
        _view = _view with { Pid = record.Pid, Port = record.Port, Restarts = record.Restarts, StartedAt = record.StartedAt };
        _observer.Happened(Event("instance-adopted"));
    }

    private void Show(InstanceView view)
    {
        _view = view;
        _observer.Changed();
    }

    private AgentEvent Event(string what) => new(what)
    {
        Release = _place.Release,
        Index = _place.Index,
        Pid = _view.Pid,
        Port = _view.Port,
    };
}
