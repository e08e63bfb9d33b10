using System.Collections.Concurrent;

namespace Pipelines.Execution;

/// <summary>What the targets of one run gave, and how they ended.</summary>
internal sealed class RunResults
{
    private readonly ConcurrentDictionary<string, RunResult> _results = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, TargetOutcome> _outcomes = new(StringComparer.Ordinal);

    public void Keep(string target, RunResult result) => _results[target] = result;

    public bool TryGet(string target, out object? value)
    {
        var known = _results.TryGetValue(target, out var result);
        value = result?.Value;
        return known;
    }

    public void End(TargetOutcome outcome) => _outcomes[outcome.Name] = outcome;

    /// <summary>How a target that came to its turn ended; null while it has not.</summary>
    public TargetOutcome? OutcomeOf(string target) => _outcomes.GetValueOrDefault(target);

    /// <summary>The result as JSON; null when the target gave none.</summary>
    public string? TextOf(string target) => _results.GetValueOrDefault(target)?.Text;
}
