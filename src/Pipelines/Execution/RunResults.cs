using System.Collections.Concurrent;

namespace Pipelines.Execution;

/// <summary>Typed results of the targets of one run.</summary>
internal sealed class RunResults
{
    private readonly ConcurrentDictionary<string, object?> _values = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, object?> All => _values;

    public void Keep(string target, object? value) => _values[target] = value;

    public bool TryGet(string target, out object? value) => _values.TryGetValue(target, out value);
}
