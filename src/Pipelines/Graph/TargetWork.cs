using System.Reflection;

namespace Pipelines.Graph;

/// <summary>One <c>Executes</c> of a target.</summary>
/// <param name="RunAsync">Gives the typed result, or null.</param>
/// <param name="Written">What the author wrote.</param>
/// <param name="SeesRun">It takes the run, so it may read results.</param>
internal sealed record TargetWork(Func<ITargetRun, CancellationToken, Task<object?>> RunAsync, Delegate Written, bool SeesRun)
{
    /// <summary>The code that the author wrote, so that a change of it is noticed; asked for only then, as finding it takes longer the more targets there are.</summary>
    public MethodInfo Author => Written.Method;
}
