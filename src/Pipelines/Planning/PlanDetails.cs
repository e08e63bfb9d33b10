using System.Collections.Immutable;

namespace Pipelines.Planning;

/// <summary>What targets themselves say that they would do, by target.</summary>
internal sealed record PlanDetails(ImmutableDictionary<string, IReadOnlyList<string>> Lines)
{
    public static PlanDetails None { get; } = new(ImmutableDictionary<string, IReadOnlyList<string>>.Empty);

    public IReadOnlyList<string> Of(string target) => Lines.GetValueOrDefault(target, []);
}
