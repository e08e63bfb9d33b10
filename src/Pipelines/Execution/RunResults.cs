using System.Collections.Concurrent;

namespace Pipelines.Execution;

/// <summary>Typed results of the targets of one run.</summary>
internal sealed class RunResults
{
    private readonly ConcurrentDictionary<string, RunResult> _results = new(StringComparer.Ordinal);

    public void Keep(string target, RunResult result) => _results[target] = result;

    public bool TryGet(string target, out object? value)
    {
        var known = _results.TryGetValue(target, out var result);
        value = result?.Value;
        return known;
    }

    /// <summary>The result as JSON; null when the target gave none.</summary>
    public string? TextOf(string target) => _results.GetValueOrDefault(target)?.Text;
}
