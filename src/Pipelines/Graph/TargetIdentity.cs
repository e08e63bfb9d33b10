namespace Pipelines.Graph;

/// <summary>
/// Finds the name of a target from its delegate. Each reading of a property makes a new delegate, so the method and its object are compared;
/// where only one target has the method, the object may differ, as a definition that uses a local variable has a new one each time.
/// </summary>
internal sealed class TargetIdentity
{
    private readonly Dictionary<System.Reflection.MethodInfo, List<FoundTarget>> _targets = [];

    public void Add(FoundTarget found)
    {
        if (!_targets.TryGetValue(found.Target.Method, out var sharing))
        {
            _targets[found.Target.Method] = sharing = [];
        }
        sharing.Add(found);
    }

    public string? NameOf(Delegate target)
    {
        if (!_targets.TryGetValue(target.Method, out var sharing))
        {
            return null;
        }
        return sharing.Count == 1 ? sharing[0].Name : sharing.Find(found => ReferenceEquals(found.Target.Target, target.Target))?.Name;
    }
}
