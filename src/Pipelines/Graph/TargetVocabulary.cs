using System.Linq.Expressions;
using System.Runtime.CompilerServices;

namespace Pipelines.Graph;

/// <summary>Writes down what a definition says.</summary>
internal abstract class TargetVocabulary<TSelf>(TargetDraft draft) : IDefinition, ITargetVocabulary<TSelf>
    where TSelf : ITargetVocabulary<TSelf>
{
    // As far as Polly goes.
    private static readonly TimeSpan ShortestLimit = TimeSpan.FromMilliseconds(10);
    private static readonly TimeSpan LongestLimit = TimeSpan.FromDays(1);

    private Delegate? _current;

    protected TargetDraft Draft => draft;

    protected abstract TSelf Self { get; }

    public void Apply(Delegate target)
    {
        var outer = _current;
        _current = target;
        Call(target);
        _current = outer;
    }

    public TSelf Description(string text) => Say(draft.Node with { Description = text });

    public TSelf DependsOn(params Delegate[] targets) => Say(EdgeKind.DependsOn, targets);

    public TSelf DependsOn<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => SayOf(EdgeKind.DependsOn, targets);

    public TSelf TryDependsOn<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => SayOf(EdgeKind.DependsOn, targets, optional: true);

    public TSelf DependentFor(params Delegate[] targets) => Say(EdgeKind.DependentFor, targets);

    public TSelf DependentFor<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => SayOf(EdgeKind.DependentFor, targets);

    public TSelf Before(params Delegate[] targets) => Say(EdgeKind.Before, targets);

    public TSelf Before<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => SayOf(EdgeKind.Before, targets);

    public TSelf After(params Delegate[] targets) => Say(EdgeKind.After, targets);

    public TSelf After<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => SayOf(EdgeKind.After, targets);

    public TSelf Triggers(params Delegate[] targets) => Say(EdgeKind.Triggers, targets);

    public TSelf Triggers<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => SayOf(EdgeKind.Triggers, targets);

    public TSelf TriggeredBy(params Delegate[] targets) => Say(EdgeKind.TriggeredBy, targets);

    public TSelf TriggeredBy<TComponent>(params Func<TComponent, Delegate>[] targets)
        where TComponent : class => SayOf(EdgeKind.TriggeredBy, targets);

    public TSelf OnlyWhenStatic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null) =>
        Say(draft.Node with { StaticConditions = draft.Node.StaticConditions.Add(Condition(condition, text)) });

    public TSelf OnlyWhenDynamic(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? text = null) =>
        Say(draft.Node with { DynamicConditions = draft.Node.DynamicConditions.Add(Condition(condition, text)) });

    public TSelf WhenSkipped(DependencyBehavior behavior) => Say(draft.Node with { WhenSkipped = behavior });

    public TSelf Requires(params Expression<Func<object?>>[] parameters) =>
        Say(draft.Node with { RequiredParameters = [.. draft.Node.RequiredParameters, .. parameters.Select(parameter => new RequiredParameter(parameter))] });

    public TSelf Requires(Func<bool> requirement, [CallerArgumentExpression(nameof(requirement))] string? text = null) =>
        Say(draft.Node with { Requirements = draft.Node.Requirements.Add(Condition(requirement, text)) });

    public TSelf ProceedAfterFailure() => Say(draft.Node with { ProceedsAfterFailure = true });

    public TSelf AssuredAfterFailure() => Say(draft.Node with { IsAssured = true });

    public TSelf Unlisted() => Say(draft.Node with { Listed = false });

    public TSelf Exclusive() => Say(draft.Node with { IsExclusive = true });

    public TSelf Uses(params Resource[] resources) => Array.Find(resources, resource => resource.Capacity < 1 || string.IsNullOrWhiteSpace(resource.Name)) is { } wrong
        ? Wrong($"Uses({wrong}) lets nobody use it. Give the resource a name and a capacity of at least 1.")
        : Say(draft.Node with { Resources = draft.Node.Resources.AddRange(resources) });

    public TSelf Produces(params string[] globs) => Say(draft.Node with { Produces = draft.Node.Produces.AddRange(globs) });

    public TSelf Consumes(params Delegate[] targets) => Say(EdgeKind.Consumes, targets);

    public TSelf Partition(int size) => size > 1
        ? Say(draft.Node with { Partitions = size })
        : Wrong($"Partition({size}) splits nothing. Use 2 or more.");

    public TSelf Splits() => Say(draft.Node with { Splits = true });

    public TSelf Job(string name) => Job(new Job(name));

    public TSelf Job(Job job) => Say(draft.Node with { Job = job });

    public TSelf Inputs(params string[] globs) => Say(draft.Node with { Inputs = draft.Node.Inputs.AddRange(globs) });

    public TSelf InputValue(string name, Func<object?> value) =>
        Say(draft.Node with { InputValues = draft.Node.InputValues.Add(new(name, value)) });

    public TSelf Outputs(params string[] globs) => Say(draft.Node with { Outputs = draft.Node.Outputs.AddRange(globs) });

    public TSelf OutputsInPlace(params string[] globs) =>
        Say(draft.Node with { Outputs = draft.Node.Outputs.AddRange(globs), OutputsStayInPlace = true });

    public TSelf Retry(int count, TimeSpan? delay = null) => count > 0 && (delay ?? TimeSpan.Zero) is var pause && pause >= TimeSpan.Zero && pause <= LongestLimit
        ? Say(draft.Node with { Retry = new(count, pause) })
        : Wrong($"Retry({count}, {delay}) needs at least 1 more try and a delay of at most 1 day.");

    public TSelf Timeout(TimeSpan limit) => limit >= ShortestLimit && limit <= LongestLimit
        ? Say(draft.Node with { Timeout = limit })
        : Wrong($"Timeout({limit}) must be from 10 ms to 1 day.");

    public TSelf StopsWithin(TimeSpan limit) => limit > TimeSpan.Zero && limit <= LongestLimit
        ? Say(draft.Node with { StopLimit = limit })
        : Wrong($"StopsWithin({limit}) must be more than zero and at most 1 day.");

    public TSelf Plans(Func<CancellationToken, Task<IReadOnlyList<string>>> details) => Say(draft.Node with { Details = details });

    public TSelf Answers() => Say(draft.Node with { IsQuery = true });

    public TSelf Base()
    {
        if (_current is not null && TargetProperty.FindBase(draft.Name, _current, draft.Build) is { } getter)
        {
            Apply(TargetProperty.ReadDefault(getter, draft.Build));
            return Self;
        }
        return Wrong("Base() finds no definition in a base class or component.");
    }

    public TSelf Inherit(params Delegate[] targets)
    {
        foreach (var target in targets)
        {
            Apply(target);
        }
        return Self;
    }

    public TSelf Inherit<TComponent>(params Expression<Func<TComponent, Delegate>>[] targets)
        where TComponent : class
    {
        foreach (var target in targets)
        {
            draft.Inherit(target, Apply);
        }
        return Self;
    }

    protected abstract void Call(Delegate target);

    protected TSelf Do(Delegate author, Func<ITargetRun, CancellationToken, Task<object?>> work, bool seesRun = false) =>
        Say(draft.Node with { Work = draft.Node.Work.Add(new(work, author, seesRun)) });

    private static TargetCondition Condition(Func<bool> holds, string? text) =>
        new(holds, (text ?? "").Replace("() =>", "", StringComparison.Ordinal).Trim());

    private TSelf Say(TargetNode node)
    {
        draft.Node = node;
        return Self;
    }

    private TSelf Say(EdgeKind kind, Delegate[] targets)
    {
        draft.Add(kind, targets);
        return Self;
    }

    private TSelf SayOf<TComponent>(EdgeKind kind, Func<TComponent, Delegate>[] targets, bool optional = false)
        where TComponent : class
    {
        draft.AddOf(kind, targets, optional);
        return Self;
    }

    private TSelf Wrong(string problem)
    {
        draft.Problems.Add($"Target '{draft.Name}': {problem}");
        return Self;
    }
}
