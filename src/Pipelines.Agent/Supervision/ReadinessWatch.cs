namespace Pipelines.Agent.Supervision;

/// <summary>Turns single readiness checks into a state: one success is enough, several failures in a row are needed.</summary>
internal sealed class ReadinessWatch(int failuresUntilUnready)
{
    private int _failures;
    private bool _ready;

    public bool WasReady { get; private set; }

    public InstanceState After(bool succeeded)
    {
        _failures = succeeded ? 0 : _failures + 1;
        _ready = succeeded || (_ready && _failures < failuresUntilUnready);
        WasReady |= succeeded;
        return _ready ? InstanceState.Ready : WasReady ? InstanceState.Unready : InstanceState.Starting;
    }
}
