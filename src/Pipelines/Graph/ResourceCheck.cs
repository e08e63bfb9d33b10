namespace Pipelines.Graph;

/// <summary>Finds resources that targets describe differently.</summary>
internal static class ResourceCheck
{
    public static IEnumerable<string> Problems(IEnumerable<TargetNode> targets)
    {
        var known = new Dictionary<string, (Resource Resource, string Target)>(StringComparer.Ordinal);
        foreach (var target in targets)
        {
            foreach (var resource in target.Resources)
            {
                if (!known.TryAdd(resource.Name, (resource, target.Name)) && known[resource.Name] is var first && first.Resource != resource)
                {
                    yield return $"Resource '{resource.Name}' has capacity {first.Resource.Capacity} for '{first.Target}' and {resource.Capacity} for '{target.Name}'. Use the same Resource in both.";
                }
            }
        }
    }
}
