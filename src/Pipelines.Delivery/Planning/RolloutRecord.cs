using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Pipelines.Delivery.Analysis;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>One line of the journal. Replaying the lines gives the rollout; nothing else is remembered.</summary>
/// <param name="At">When it was written.</param>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "record")]
[JsonDerivedType(typeof(Began), "began")]
[JsonDerivedType(typeof(Resumed), "resumed")]
[JsonDerivedType(typeof(Intended), "intended")]
[JsonDerivedType(typeof(Achieved), "achieved")]
[JsonDerivedType(typeof(Measured), "measured")]
[JsonDerivedType(typeof(Checked), "checked")]
[JsonDerivedType(typeof(Turned), "turned")]
[JsonDerivedType(typeof(Finished), "finished")]
public abstract record RolloutRecord(DateTimeOffset At)
{
    /// <summary>A rollout starts: everything needed to finish it without the workspace.</summary>
    public sealed record Began(
        DateTimeOffset At,
        string Id,
        string By,
        DeliveryPlan Plan,
        Snapshot Snapshot,
        ImmutableSortedDictionary<string, TrafficSample> Traffic) : RolloutRecord(At);

    /// <summary>Another process goes on where one ended.</summary>
    public sealed record Resumed(DateTimeOffset At, string By) : RolloutRecord(At);

    /// <summary>A step is about to be done; with the counters of the next release, from which the step's measurements count.</summary>
    public sealed record Intended(DateTimeOffset At, int Index, DeliveryStep Step, TrafficSample Traffic) : RolloutRecord(At);

    /// <summary>A step was seen to be done.</summary>
    public sealed record Achieved(DateTimeOffset At, int Index) : RolloutRecord(At);

    /// <summary>The next release was measured.</summary>
    public sealed record Measured(DateTimeOffset At, Measurement Measurement) : RolloutRecord(At);

    /// <summary>The smoke checks ran; no problem means that all passed.</summary>
    public sealed record Checked(DateTimeOffset At, string? Problem) : RolloutRecord(At);

    /// <summary>From here on the way leads back.</summary>
    /// <param name="At">When it was written.</param>
    /// <param name="Cause">Why.</param>
    /// <param name="Rejected">The release is to blame, and stays refused until someone says to retry.</param>
    /// <param name="Exposed">Requests that reached the release.</param>
    /// <param name="Steps">The way back.</param>
    public sealed record Turned(DateTimeOffset At, string Cause, bool Rejected, long Exposed, ImmutableArray<DeliveryStep> Steps) : RolloutRecord(At);

    /// <summary>The rollout is over.</summary>
    public sealed record Finished(DateTimeOffset At, Outcome Outcome, string Reason) : RolloutRecord(At);
}
