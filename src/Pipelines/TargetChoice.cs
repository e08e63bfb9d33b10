namespace Pipelines;

/// <summary>Targets of a workflow or job as its author wrote them; they become names when the graph is known.</summary>
/// <param name="Component">The interface whose targets are meant; null where <paramref name="Read"/> gives a target of the class itself.</param>
/// <param name="Read">Gives the target from the build; null means the only one of the component.</param>
internal sealed record TargetChoice(Type? Component, Func<object, Delegate>? Read)
{
    public static TargetChoice Of(Delegate target) => new(Component: null, _ => target);

    public static IEnumerable<TargetChoice> Of<TComponent>(Func<TComponent, Delegate>[] targets)
        where TComponent : class => targets.Length == 0
            ? [new(typeof(TComponent), Read: null)]
            : targets.Select(target => new TargetChoice(typeof(TComponent), build => target((TComponent)build)));
}
