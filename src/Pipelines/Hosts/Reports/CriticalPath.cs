using System.Collections.Immutable;

namespace Pipelines.Hosts.Reports;

/// <summary>The longest way through a run: it would not have been shorter with any number of cores.</summary>
internal static class CriticalPath
{
    /// <param name="targets">In the plan's order, so that each comes after what it waits for.</param>
    public static ImmutableArray<string> Of(ImmutableArray<TargetRecord> targets)
    {
        var positions = new Dictionary<string, int>(StringComparer.Ordinal);
        var ends = new long[targets.Length];
        var befores = new int[targets.Length];
        var last = -1;
        for (var i = 0; i < targets.Length; i++)
        {
            positions[targets[i].Name] = i;
            befores[i] = -1;
            foreach (var name in targets[i].Before)
            {
                var before = positions[name];
                befores[i] = befores[i] < 0 || ends[before] > ends[befores[i]] ? before : befores[i];
            }
            ends[i] = targets[i].Duration.Ticks + (befores[i] < 0 ? 0 : ends[befores[i]]);
            last = targets[i].Ran && (last < 0 || ends[i] > ends[last]) ? i : last;
        }
        var path = new List<string>();
        for (; last >= 0; last = befores[last])
        {
            if (targets[last].Ran)
            {
                path.Add(targets[last].Name);
            }
        }
        path.Reverse();
        return [.. path];
    }
}
