namespace Pipelines;

/// <summary>A named unit of work, written as a property of the build class: <c>Target Compile => _ => _.DependsOn(Restore).Executes(...)</c>.</summary>
/// <param name="target">The empty definition to describe.</param>
public delegate ITargetDefinition Target(ITargetDefinition target);

/// <summary>A target with a typed result, which dependents read with <see cref="ITargetRun.Result{TResult}"/>.</summary>
/// <typeparam name="TResult">Kept as JSON with the run, so it must survive <c>System.Text.Json</c>; never a secret.</typeparam>
/// <param name="target">The empty definition to describe.</param>
public delegate ITargetDefinition<TResult> Target<TResult>(ITargetDefinition<TResult> target);
