using System.Collections.Immutable;
using System.Text.Json;

namespace Pipelines.Execution.Caching;

/// <summary>What is remembered of a target's last success.</summary>
/// <param name="Fingerprint">Of everything it depended on.</param>
/// <param name="Outputs">Files it wrote, from the root.</param>
/// <param name="Result">Its typed result, as JSON; null for none.</param>
internal sealed record CacheEntry(string Fingerprint, ImmutableArray<string> Outputs, JsonElement? Result)
{
    public object? ResultAs(Type type) => Result is { } json ? json.Deserialize(type) : null;
}
