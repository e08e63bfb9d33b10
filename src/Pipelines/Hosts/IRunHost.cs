using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Shows a run where it is read.</summary>
internal interface IRunHost : IDisposable
{
    void Tell(RunEvent happened);
}
