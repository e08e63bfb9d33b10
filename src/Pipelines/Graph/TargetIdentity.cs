namespace Pipelines.Graph;

/// <summary>
/// Finds the name of a target from its delegate. Each reading of a property makes a new delegate, so the method and its object are compared;
/// where only one target has the method, the object may differ, as a definition that uses a local variable has a new one each time.
/// </summary>
internal sealed class TargetIdentity
{
    private readonly Dictionary<long, List<FoundTarget>> _byCode = [];
    private readonly List<FoundTarget> _all = [];
    private readonly Lazy<ILookup<System.Reflection.MethodInfo, FoundTarget>> _byMethod;

    public TargetIdentity() => _byMethod = new(() => _all.ToLookup(found => found.Target.Method));

    public void Add(FoundTarget found)
    {
        _all.Add(found);
        var code = DelegateCode.Of(found.Target);
        if (!_byCode.TryGetValue(code, out var sharing))
        {
            _byCode[code] = sharing = [];
        }
        sharing.Add(found);
    }

    public string? NameOf(Delegate target)
    {
        if (_byCode.TryGetValue(DelegateCode.Of(target), out var sharing) && sharing is [var only] && only.Target.Target?.GetType() == target.Target?.GetType())
        {
            return only.Name;
        }
        return Choose([.. _byMethod.Value[target.Method]], target);
    }

    private static string? Choose(List<FoundTarget> sharing, Delegate target)
    {
        if (sharing.Count == 1)
        {
            return sharing[0].Name;
        }
        var same = sharing.FindAll(found => ReferenceEquals(found.Target.Target, target.Target));
        return same.Count < 2
            ? same.FirstOrDefault()?.Name
            : throw new DefinitionException($"Targets {string.Join(", ", same.Select(found => $"'{found.Name}'"))} are one and the same definition, so nothing tells which of them is meant. "
                + "Write each as a lambda of its own, or refer to a target that depends on them.");
    }
}
