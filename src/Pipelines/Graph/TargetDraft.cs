using System.Linq.Expressions;

namespace Pipelines.Graph;

/// <summary>What a definition has said so far; other targets are still delegates.</summary>
/// <param name="name">The target's.</param>
/// <param name="build">The build class, asked for its components.</param>
internal sealed class TargetDraft(string name, object build)
{
    public string Name => name;

    public object Build => build;

    public TargetNode Node { get; set; } = new(name);

    public List<TargetEdge> Edges { get; } = [];

    public List<string> Problems { get; } = [];

    public void Add(EdgeKind kind, IEnumerable<Delegate> targets)
    {
        foreach (var target in targets)
        {
            Edges.Add(new(kind, target));
        }
    }

    public void AddOf<TComponent>(EdgeKind kind, Func<TComponent, Delegate>[] targets, bool optional = false)
        where TComponent : class
    {
        if (build is TComponent component)
        {
            Add(kind, targets.Length == 0 ? OnlyTarget(typeof(TComponent)) : targets.Select(target => target(component)));
        }
        else if (!optional)
        {
            Problems.Add($"Target '{name}' names a target of {typeof(TComponent).Name}, which {build.GetType().Name} does not implement. Add the component to the class, or use TryDependsOn.");
        }
    }

    /// <summary>Applies what a component or base class says of a target, not what overrides it.</summary>
    public void Inherit(LambdaExpression target, Action<Delegate> apply)
    {
        var body = target.Body is UnaryExpression converted ? converted.Operand : target.Body;
        if (body is MemberExpression { Member: System.Reflection.PropertyInfo { GetMethod: { } getter } })
        {
            apply(TargetProperty.ReadDefault(getter, build));
        }
        else
        {
            Problems.Add($"Target '{name}' inherits '{target.Body}', which is not a target. Write Inherit<IComponent>(x => x.Target).");
        }
    }

    private IReadOnlyList<Delegate> OnlyTarget(Type component)
    {
        var targets = TargetProperty.DeclaredBy(component);
        if (targets.Count == 1)
        {
            return [TargetProperty.Read(targets[0], build)];
        }
        Problems.Add($"Target '{name}' names {component.Name} without a target, and {component.Name} has {targets.Count}. Write DependsOn<{component.Name}>(x => x.Target).");
        return [];
    }
}
