using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Pipelines;

/// <summary>What can be said of any target, in NUKE's words where they are good.</summary>
/// <typeparam name="TSelf">The definition that each word returns.</typeparam>
public interface ITargetVocabulary<TSelf>
{
    /// <summary>One line for <c>--help</c> and the plan.</summary>
    TSelf Description(string text);

    /// <summary>Targets that run before this one and are scheduled with it. A failed dependency stops this target.</summary>
    /// <param name="targets">Targets of this build, typed or not.</param>
    TSelf DependsOn(params Delegate[] targets);

    /// <summary>Targets of a component; without <paramref name="targets"/> the component's only one.</summary>
    TSelf DependsOn<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class;

    /// <summary>As <see cref="DependsOn{TComponent}"/> when the build has the component, else nothing.</summary>
    TSelf TryDependsOn<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class;

    /// <summary>Makes this target a dependency of others.</summary>
    TSelf DependentFor(params Delegate[] targets);

    /// <inheritdoc cref="DependentFor(Delegate[])"/>
    TSelf DependentFor<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class;

    /// <summary>Order only: when both run, this one comes first.</summary>
    TSelf Before(params Delegate[] targets);

    /// <inheritdoc cref="Before(Delegate[])"/>
    TSelf Before<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class;

    /// <summary>Order only: when both run, this one comes later.</summary>
    TSelf After(params Delegate[] targets);

    /// <inheritdoc cref="After(Delegate[])"/>
    TSelf After<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class;

    /// <summary>Schedules others after this one.</summary>
    TSelf Triggers(params Delegate[] targets);

    /// <inheritdoc cref="Triggers(Delegate[])"/>
    TSelf Triggers<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class;

    /// <summary>Schedules this one after others.</summary>
    TSelf TriggeredBy(params Delegate[] targets);

    /// <inheritdoc cref="TriggeredBy(Delegate[])"/>
    TSelf TriggeredBy<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class;

    /// <summary>Judged once while planning; when false the target is skipped and its text is the reason shown.</summary>
    TSelf OnlyWhenStatic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null);

    /// <summary>Judged just before the target runs; when false it is skipped and its text is the reason shown.</summary>
    TSelf OnlyWhenDynamic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null);

    /// <summary>What a skip by <see cref="OnlyWhenStatic"/> does to dependencies that nobody else needs; <see cref="DependencyBehavior.Skip"/> unless said.</summary>
    TSelf WhenSkipped(DependencyBehavior behavior);

    /// <summary>Parameters that must have a value before anything runs.</summary>
    TSelf Requires(params Expression<Func<object?>>[] parameters);

    /// <summary>A requirement that must hold before anything runs; its text is the message.</summary>
    TSelf Requires(Func<bool> requirement, [CallerArgumentExpression(nameof(requirement))] string? text = null);

    /// <summary>Independent targets go on after a failure of this one; dependents do not run, and the run still fails.</summary>
    TSelf ProceedAfterFailure();

    /// <summary>Runs also after a failure or cancellation elsewhere, unless one of its own dependencies failed.</summary>
    TSelf AssuredAfterFailure();

    /// <summary>Not shown in <c>--help</c>.</summary>
    TSelf Unlisted();

    /// <summary>Runs alone: no other target at the same time.</summary>
    TSelf Exclusive();

    /// <summary>Runs while others run, but not beside more targets that use the same than the resource has capacity.</summary>
    TSelf Uses(params Resource[] resources);

    /// <summary>Files given to other CI jobs, as globs below the root.</summary>
    TSelf Produces(params string[] globs);

    /// <summary>Targets whose produced files this one reads.</summary>
    TSelf Consumes(params Delegate[] targets);

    /// <summary>Splits the target over several CI jobs.</summary>
    TSelf Partition(int size);

    /// <summary>Does only its share when it is told one, as by <c>--shard 2/4</c>, so that a workflow may spread it over machines.</summary>
    TSelf Splits();

    /// <summary>Begins a job of this name in every workflow, unless the workflow draws the line elsewhere. Targets without one join the job that needs them.</summary>
    TSelf Job(string name);

    /// <inheritdoc cref="Job(string)"/>
    /// <param name="job">What a workflow takes for it that says nothing of its own.</param>
    TSelf Job(Job job);

    /// <summary>Globs below the root of all files the work reads; with <see cref="Outputs"/> the target is skipped while nothing changed.</summary>
    TSelf Inputs(params string[] globs);

    /// <summary>A value, beside files, that the work depends on; it is hashed, never stored.</summary>
    TSelf InputValue(string name, Func<object?> value);

    /// <summary>Files or folders, as globs below the root, that the work writes. They are kept with the success, and brought back where they are missing or different.</summary>
    TSelf Outputs(params string[] globs);

    /// <summary>As <see cref="Outputs"/>, for what is too large to be kept twice: nothing is brought back, the target runs again when a file is missing or different.</summary>
    TSelf OutputsInPlace(params string[] globs);

    /// <summary>Tries again, <paramref name="count"/> times at most, when the work fails.</summary>
    /// <param name="count">More tries after the first; at least 1.</param>
    /// <param name="delay">Between tries, at most a day; none unless said.</param>
    TSelf Retry(int count, TimeSpan? delay = null);

    /// <summary>Fails and cancels a try of the work when it takes longer; from 10 ms to a day.</summary>
    TSelf Timeout(TimeSpan limit);

    /// <summary>What the work needs to end in order once it is told to stop, such as a rollout that goes back; 1.5 s unless said, then it is left behind.</summary>
    TSelf StopsWithin(TimeSpan limit);

    /// <summary>Lines that <c>--plan</c> shows below the target, such as the steps of a deployment.</summary>
    TSelf Plans(Func<CancellationToken, Task<IReadOnlyList<string>>> details);

    /// <summary>A query: what the target writes to <see cref="ITargetRun.Output"/> is the product, so a successful run prints nothing else and <c>--json</c> can be piped.</summary>
    TSelf Answers();

    /// <summary>Applies the definition of the same target in the base class or component first.</summary>
    TSelf Base();

    /// <summary>Applies another target's definition first.</summary>
    TSelf Inherit(params Delegate[] targets);

    /// <summary>Applies the definition that a component gives by default.</summary>
    TSelf Inherit<TComponent>(params Expression<Func<TComponent, Delegate>>[] targets)
        where TComponent : class;
}
