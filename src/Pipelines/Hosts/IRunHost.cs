using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Shows a run where it is read.</summary>
internal interface IRunHost : IAsyncDisposable
{
    void Tell(RunEvent happened);

    /// <summary>Lets go of what is held to be written in one piece; never while it is being told something.</summary>
    void Flush()
    {
    }
}
