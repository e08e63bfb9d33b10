using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Shows a run where it is read.</summary>
internal interface IRunHost : IAsyncDisposable
{
    void Tell(RunEvent happened);
}
