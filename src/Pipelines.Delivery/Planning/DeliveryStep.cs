using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Planning;

/// <summary>One step of a plan: absolute values only, so that doing it twice is doing it once.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Admit), "admit")]
[JsonDerivedType(typeof(Scale), "scale")]
[JsonDerivedType(typeof(Shift), "shift")]
[JsonDerivedType(typeof(Soak), "soak")]
[JsonDerivedType(typeof(Analyse), "analyse")]
[JsonDerivedType(typeof(Check), "check")]
[JsonDerivedType(typeof(Bake), "bake")]
[JsonDerivedType(typeof(Settle), "settle")]
[JsonDerivedType(typeof(Prune), "prune")]
public abstract record DeliveryStep
{
    private DeliveryStep()
    {
    }

    /// <summary>The platform takes an immutable copy of the next release and learns where traffic returns to.</summary>
    public sealed record Admit : DeliveryStep;

    /// <summary>A side has so many instances, all ready before the next step when the number grew.</summary>
    public sealed record Scale(Side Side, int Instances) : DeliveryStep;

    /// <summary>The next release has this share of the traffic, in percent; stable has the rest.</summary>
    public sealed record Shift(int Percent) : DeliveryStep;

    /// <summary>Holds the share for a time, unjudged.</summary>
    public sealed record Soak(TimeSpan Time) : DeliveryStep;

    /// <summary>Holds the share at least for a time and until the measurements are judged successful.</summary>
    public sealed record Analyse(TimeSpan Time) : DeliveryStep;

    /// <summary>The stage's smoke checks pass.</summary>
    public sealed record Check : DeliveryStep;

    /// <summary>All traffic on the next release, the old capacity beside it, measured to the end of the time.</summary>
    public sealed record Bake(TimeSpan Time) : DeliveryStep;

    /// <summary>A side has all traffic for good: it no longer depends on a lease, and is where traffic returns to.</summary>
    public sealed record Settle(Side Side) : DeliveryStep;

    /// <summary>Copies other than these digests leave the platform.</summary>
    public sealed record Prune(ImmutableArray<string> Keep) : DeliveryStep;
}
