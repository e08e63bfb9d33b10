namespace Pipelines;

/// <summary>The words of a target without a result.</summary>
public interface ITargetDefinition : ITargetVocabulary<ITargetDefinition>
{
    /// <summary>Adds work; several calls run in order.</summary>
    ITargetDefinition Executes(params Action[] actions);

    /// <inheritdoc cref="Executes(Action[])"/>
    ITargetDefinition Executes(Func<Task> action);

    /// <inheritdoc cref="Executes(Action[])"/>
    ITargetDefinition Executes(Func<CancellationToken, Task> action);

    /// <inheritdoc cref="Executes(Action[])"/>
    ITargetDefinition Executes(Action<ITargetRun> action);

    /// <inheritdoc cref="Executes(Action[])"/>
    ITargetDefinition Executes(Func<ITargetRun, CancellationToken, Task> action);
}

/// <summary>The words of a target with a typed result; exactly one <c>Executes</c> gives it.</summary>
/// <typeparam name="TResult">What the target gives to its dependents.</typeparam>
public interface ITargetDefinition<TResult> : ITargetVocabulary<ITargetDefinition<TResult>>
{
    /// <summary>The work that gives the result.</summary>
    ITargetDefinition<TResult> Executes(Func<TResult> function);

    /// <inheritdoc cref="Executes(Func{TResult})"/>
    ITargetDefinition<TResult> Executes(Func<CancellationToken, Task<TResult>> function);

    /// <inheritdoc cref="Executes(Func{TResult})"/>
    ITargetDefinition<TResult> Executes(Func<ITargetRun, TResult> function);

    /// <inheritdoc cref="Executes(Func{TResult})"/>
    ITargetDefinition<TResult> Executes(Func<ITargetRun, CancellationToken, Task<TResult>> function);
}
