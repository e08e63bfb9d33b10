using System.Collections.Immutable;
using Pipelines.Delivery.Analysis;

namespace Pipelines.Delivery.Planning;

/// <summary>What to do next: the whole answer of <see cref="RolloutDecision"/>.</summary>
public abstract record Act
{
    private Act()
    {
    }

    /// <summary>Do the step, again if it was begun before.</summary>
    public sealed record Do(DeliveryStep Step) : Act;

    /// <summary>The step under way is done.</summary>
    public sealed record Achieve : Act;

    /// <summary>A measurement was due; this is what it came to.</summary>
    public sealed record Record(Measurement Measurement) : Act;

    /// <summary>Look again at a change, or at <paramref name="Until"/>.</summary>
    public sealed record Wait(string For, DateTimeOffset Until) : Act;

    /// <summary>Lead the way back; <paramref name="Rejected"/> when the release is to blame.</summary>
    public sealed record Turn(string Cause, bool Rejected, ImmutableArray<DeliveryStep> Steps) : Act;

    /// <summary>The rollout is over.</summary>
    public sealed record Finish(Outcome Outcome, string Reason) : Act;
}
