using System.Reflection;

namespace Pipelines.Graph;

/// <summary>One <c>Executes</c> of a target.</summary>
/// <param name="RunAsync">Gives the typed result, or null.</param>
/// <param name="Author">What the author wrote, so that a change of it is noticed.</param>
/// <param name="SeesRun">It takes the run, so it may read results.</param>
internal sealed record TargetWork(Func<ITargetRun, CancellationToken, Task<object?>> RunAsync, MethodInfo Author, bool SeesRun);
