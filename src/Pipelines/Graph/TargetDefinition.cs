namespace Pipelines.Graph;

internal sealed class TargetDefinition(TargetDraft draft) : TargetVocabulary<ITargetDefinition>(draft), ITargetDefinition
{
    protected override ITargetDefinition Self => this;

    private static Task<object?> Nothing { get; } = Task.FromResult<object?>(null);

    public ITargetDefinition Executes(params Action[] actions)
    {
        foreach (var action in actions)
        {
            Do(action, (_, _) =>
            {
                action();
                return Nothing;
            });
        }
        return this;
    }

    public ITargetDefinition Executes(Func<Task> action) => Do(action, async (_, _) =>
    {
        await action();
        return null;
    });

    public ITargetDefinition Executes(Func<CancellationToken, Task> action) => Do(action, async (_, cancellationToken) =>
    {
        await action(cancellationToken);
        return null;
    });

    public ITargetDefinition Executes(Action<ITargetRun> action) => Do(action, (run, _) =>
    {
        action(run);
        return Nothing;
    }, seesRun: true);

    public ITargetDefinition Executes(Func<ITargetRun, CancellationToken, Task> action) => Do(action, async (run, cancellationToken) =>
    {
        await action(run, cancellationToken);
        return null;
    }, seesRun: true);

    protected override void Call(Delegate target)
    {
        if (target is Target plain)
        {
            plain(this);
        }
        else
        {
            Draft.Problems.Add($"Target '{Draft.Name}' has no result, so it cannot inherit from one that has.");
        }
    }
}

/// <summary>Of a target with a typed result.</summary>
internal sealed class TargetDefinition<TResult>(TargetDraft draft) : TargetVocabulary<ITargetDefinition<TResult>>(draft), ITargetDefinition<TResult>
{
    protected override ITargetDefinition<TResult> Self => this;

    public ITargetDefinition<TResult> Executes(Func<TResult> function) => Do(function, (_, _) => Task.FromResult<object?>(function()));

    public ITargetDefinition<TResult> Executes(Func<CancellationToken, Task<TResult>> function) =>
        Do(function, async (_, cancellationToken) => await function(cancellationToken));

    public ITargetDefinition<TResult> Executes(Func<ITargetRun, TResult> function) => Do(function, (run, _) => Task.FromResult<object?>(function(run)), seesRun: true);

    public ITargetDefinition<TResult> Executes(Func<ITargetRun, CancellationToken, Task<TResult>> function) =>
        Do(function, async (run, cancellationToken) => await function(run, cancellationToken), seesRun: true);

    protected override void Call(Delegate target)
    {
        if (target is Target<TResult> typed)
        {
            typed(this);
        }
        else
        {
            Draft.Problems.Add($"Target '{Draft.Name}' gives {typeof(TResult).Name}, so it inherits only from targets that give the same.");
        }
    }
}
