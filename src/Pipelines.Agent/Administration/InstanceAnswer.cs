using Pipelines.Agent.Supervision;

namespace Pipelines.Agent.Administration;

internal sealed record InstanceAnswer(
    int Index, int Port, int Pid, string State, int Restarts, DateTimeOffset? StartedAt, InstanceExit? Exit)
{
    public static InstanceAnswer Of(InstanceView view) => new(
        view.Index, view.Port, view.Pid, Word(view.State), view.Restarts, view.StartedAt, view.Exit);

    private static string Word(InstanceState state) => state switch
    {
        InstanceState.Starting => "starting",
        InstanceState.Ready => "ready",
        InstanceState.Unready => "unready",
        InstanceState.Backoff => "backoff",
        _ => "stopping",
    };
}
