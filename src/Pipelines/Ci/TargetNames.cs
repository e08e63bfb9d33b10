using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Ci;

/// <summary>Turns targets as authors wrote them into names.</summary>
internal sealed class TargetNames(TargetGraph graph, object build)
{
    /// <exception cref="DefinitionException">One is no target of the build; the message says which.</exception>
    public ImmutableArray<string> Of(IEnumerable<TargetChoice> choices, string subject) =>
        [.. choices.SelectMany(choice => Read(choice, subject)).Select(target => graph.NameOf(target)
            ?? throw new DefinitionException($"{subject} names a target that is not a property of {build.GetType().Name} or of its components. Make it a property: Target Name => _ => _...")).Distinct(StringComparer.Ordinal)];

    private IReadOnlyList<Delegate> Read(TargetChoice choice, string subject)
    {
        if (choice.Component is { } component && !component.IsInstanceOfType(build))
        {
            throw new DefinitionException($"{subject} names a target of {component.Name}, which {build.GetType().Name} does not implement. Add the component to the class.");
        }
        if (choice.Read is { } read)
        {
            return [read(build)];
        }
        var declared = TargetProperty.DeclaredBy(choice.Component!);
        return declared.Count == 1
            ? [TargetProperty.Read(declared[0], build)]
            : throw new DefinitionException($"{subject} names {choice.Component!.Name} without a target, and {choice.Component.Name} has {declared.Count}. Write Runs<{choice.Component.Name}>(x => x.Target).");
    }
}
