using System.Collections.Immutable;
using System.Reflection;

namespace Pipelines.Graph;

/// <summary>Reads a build class's targets once and names what they refer to.</summary>
internal sealed class GraphReader(PipelineBuild build, IEnumerable<Delegate> defaults)
{
    private readonly List<string> _problems = [];
    private readonly TargetIdentity _identity = new();
    private readonly List<TargetDraft> _drafts = [];

    /// <summary>Names of all targets, before any definition is read.</summary>
    public static IReadOnlyCollection<string> NamesOf(Type build) => [.. Getters(build).Select(TargetProperty.NameOf).Distinct(StringComparer.Ordinal)];

    /// <summary>The graph of the build.</summary>
    /// <exception cref="DefinitionException">The definitions contradict themselves; the message lists every problem.</exception>
    public TargetGraph Read()
    {
        foreach (var found in FindTargets())
        {
            _identity.Add(found);
            _drafts.Add(Define(found.Name, found.Target));
        }
        _problems.AddRange(_drafts.SelectMany(draft => draft.Problems));
        var edges = new TargetEdges(_drafts, NameOf);
        var names = defaults.Select(target => NameOf("Execute", target)).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<TargetNode> targets = [.. _drafts.Select(draft => edges.Connect(draft.Node) with { IsDefault = names.Contains(draft.Name) })];
        _problems.AddRange(targets.Where(target => target.ResultType is not null && target.Work.Length != 1)
            .Select(target => $"Target '{target.Name}' has a typed result, so it needs exactly one Executes; it has {target.Work.Length}."));
        _problems.AddRange(targets.Where(target => target.Outputs.Length == 0 && target.ResultType is null && (target.Inputs.Length > 0 || target.InputValues.Length > 0))
            .Select(target => $"Target '{target.Name}' has Inputs but neither Outputs nor a result, so nothing tells whether it is up to date. Add Outputs(...)."));
        _problems.AddRange(ResourceCheck.Problems(targets));
        return _problems.Count == 0 ? new TargetGraph(targets, _identity.NameOf) : throw new DefinitionException(string.Join('\n', _problems.Distinct(StringComparer.Ordinal)));
    }

    private List<FoundTarget> FindTargets()
    {
        var found = new List<FoundTarget>();
        var known = new Dictionary<string, FoundTarget>(StringComparer.OrdinalIgnoreCase);
        foreach (var getter in Getters(build.GetType()))
        {
            var name = TargetProperty.NameOf(getter);
            var hidden = known.TryGetValue(name, out var first);
            if (hidden && !getter.DeclaringType!.IsInterface)
            {
                continue;
            }
            var target = new FoundTarget(name, getter, TargetProperty.Read(getter, build));
            if (!hidden)
            {
                known[name] = target;
                found.Add(target);
            }
            else if (first!.Target.Method != target.Target.Method)
            {
                _problems.Add($"Target '{name}' is defined by {first.Getter.DeclaringType!.Name} and by {getter.DeclaringType!.Name}. "
                    + $"Make the one of {build.GetType().Name} public, so that it stands for both, or rename one.");
            }
        }
        return found;
    }

    private static IEnumerable<MethodInfo> Getters(Type build) => Types(build).SelectMany(TargetProperty.DeclaredBy);

    private static IEnumerable<Type> Types(Type build)
    {
        for (var type = build; type is not null && type != typeof(PipelineBuild); type = type.BaseType)
        {
            yield return type;
        }
        foreach (var component in build.GetInterfaces())
        {
            yield return component;
        }
    }

    private TargetDraft Define(string name, Delegate target)
    {
        var draft = new TargetDraft(name, build);
        var definition = target is Target
            ? new TargetDefinition(draft)
            : (IDefinition)Activator.CreateInstance(typeof(TargetDefinition<>).MakeGenericType(target.GetType().GetGenericArguments()), draft)!;
        definition.Apply(target);
        draft.Node = draft.Node with { ResultType = target is Target ? null : target.GetType().GetGenericArguments()[0] };
        return draft;
    }

    private string? NameOf(string asking, Delegate target)
    {
        var name = _identity.NameOf(target);
        if (name is null)
        {
            _problems.Add($"'{asking}' refers to a target that is not a property of {build.GetType().Name} or of its components. Make it a property: Target Name => _ => _...");
        }
        return name;
    }
}
