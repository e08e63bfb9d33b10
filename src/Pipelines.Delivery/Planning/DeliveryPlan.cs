using System.Collections.Immutable;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>How one release gets into one stage: complete, so that whoever acts chooses nothing.</summary>
/// <param name="Purpose">Forward or back.</param>
/// <param name="Stage">The stage as it was declared.</param>
/// <param name="Next">The release that comes.</param>
/// <param name="Stable">The release that has the traffic, or null when none has.</param>
/// <param name="Steps">In order.</param>
public sealed record DeliveryPlan(Purpose Purpose, Stage Stage, Release Next, Release? Stable, ImmutableArray<DeliveryStep> Steps)
{
    /// <summary>The release of a side, or null for a stable that does not exist.</summary>
    public Release? Of(Side side) => side == Side.Next ? Next : Stable;

    /// <summary>Traffic by digest, in percent, when the next release has a share.</summary>
    public ImmutableSortedDictionary<string, decimal> Weights(int percent)
    {
        var weights = ImmutableSortedDictionary.CreateBuilder<string, decimal>(StringComparer.Ordinal);
        if (percent > 0)
        {
            weights[Next.Digest] = percent;
        }

        if (percent < 100 && Stable is not null)
        {
            weights[Stable.Digest] = 100 - percent;
        }

        return weights.ToImmutable();
    }
}
