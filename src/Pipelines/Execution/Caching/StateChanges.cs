using System.Collections.Immutable;

namespace Pipelines.Execution.Caching;

/// <summary>Says what is different between two states, the files first; values by name alone.</summary>
internal static class StateChanges
{
    public static ImmutableArray<string> Between(TargetState before, TargetState now)
    {
        var (old, current) = (ByName(before), ByName(now));
        return
        [
            .. now.Parts.Where(part => !old.TryGetValue(Key(part), out var hash) || hash != part.Hash).Select(part => Sentence(part, isNew: !old.ContainsKey(Key(part))))
                .Concat(before.Parts.Where(part => !current.ContainsKey(Key(part))).Select(Removal)),
        ];
    }

    private static Dictionary<string, string> ByName(TargetState state)
    {
        var parts = new Dictionary<string, string>(state.Parts.Length, StringComparer.Ordinal);
        foreach (var part in state.Parts)
        {
            parts[Key(part)] = part.Hash;
        }
        return parts;
    }

    private static string Key(StatePart part) => $"{part.Kind}:{part.Name}";

    private static string Sentence(StatePart part, bool isNew) => part.Kind switch
    {
        StateKind.Input => $"{part.Name} {(isNew ? "was added" : "changed")}",
        StateKind.Value => isNew ? $"the value '{part.Name}' is new" : $"the value '{part.Name}' changed",
        StateKind.Dependency => isNew ? $"it depends on '{part.Name}' now" : $"'{part.Name}' changed, which it depends on",
        StateKind.Definition => "its inputs, outputs or result are declared in another way",
        _ => "the code of the build changed",
    };

    private static string Removal(StatePart part) => part.Kind switch
    {
        StateKind.Input => $"{part.Name} was removed",
        StateKind.Value => $"the value '{part.Name}' is no longer declared",
        _ => $"it no longer depends on '{part.Name}'",
    };
}
