using System.Collections.Concurrent;

namespace Pipelines.Execution.Caching;

/// <summary>
/// What was seen of the files in this run, while nothing has changed them: no target has worked and nothing was brought back. The targets of an
/// unchanged build read much the same files, so each is looked at once.
/// </summary>
internal sealed class Stillness
{
    private readonly ConcurrentDictionary<string, object> _seen = new(StringComparer.Ordinal);
    private volatile bool _isOver;

    /// <summary>From now on everything is looked at each time.</summary>
    public void End() => _isOver = true;

    /// <summary>What was seen before under this name; null when nothing was, or it may have changed.</summary>
    public T? Recall<T>(string name)
        where T : class => !_isOver && _seen.TryGetValue(name, out var seen) ? (T)seen : null;

    public T Remember<T>(string name, T seen)
        where T : class
    {
        if (!_isOver)
        {
            _seen[name] = seen;
        }
        return seen;
    }
}
