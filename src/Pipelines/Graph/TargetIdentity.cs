namespace Pipelines.Graph;

/// <summary>
/// Finds the name of a target from its delegate. Each reading of a property makes a new delegate, so the method and its object are compared;
/// where only one target has the method, the object may differ, as a definition that uses a local variable has a new one each time.
/// </summary>
internal sealed class TargetIdentity
{
    private readonly Dictionary<System.Reflection.MethodInfo, List<(Delegate Target, string Name)>> _names = [];

    public void Add(Delegate target, string name)
    {
        if (!_names.TryGetValue(target.Method, out var sharing))
        {
            _names[target.Method] = sharing = [];
        }
        sharing.Add((target, name));
    }

    public string? NameOf(Delegate target)
    {
        if (!_names.TryGetValue(target.Method, out var sharing))
        {
            return null;
        }
        return sharing.Count == 1 ? sharing[0].Name : sharing.FirstOrDefault(entry => ReferenceEquals(entry.Target.Target, target.Target)).Name;
    }
}
