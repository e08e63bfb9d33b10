using Pipelines.Agent.State;

namespace Pipelines.Agent.Supervision;

/// <summary>Who wants to know what an instance does.</summary>
internal interface IInstanceObserver
{
    void Changed();

    void Happened(AgentEvent happened);
}
