using System.Collections.Immutable;
using Pipelines.Delivery.Analysis;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Planning;

/// <summary>A rollout as its journal tells it: the records folded, nothing more.</summary>
public sealed record Rollout
{
    private Rollout(RolloutRecord.Began began) => (Began, Steps) = (began, began.Plan.Steps);

    /// <summary>How it started.</summary>
    public RolloutRecord.Began Began { get; }

    /// <summary>The steps in force: the plan's, or those that lead back.</summary>
    public ImmutableArray<DeliveryStep> Steps { get; private init; }

    /// <summary>The step that is next or under way.</summary>
    public int Index { get; private init; }

    /// <summary>The step under way, or null when it was not begun.</summary>
    public RolloutRecord.Intended? UnderWay { get; private init; }

    /// <summary>Measurements of the step under way.</summary>
    public ImmutableArray<Measurement> Measurements { get; private init; } = [];

    /// <summary>What the smoke checks of the step under way said, or null when they did not run.</summary>
    public RolloutRecord.Checked? Checked { get; private init; }

    /// <summary>Share of the next release in percent, as last achieved on the way forward.</summary>
    public int Percent { get; private init; }

    /// <summary>The next release is stable; from here on nothing leads back.</summary>
    public bool Settled { get; private init; }

    /// <summary>Why and when the way turned back, or null.</summary>
    public RolloutRecord.Turned? Turned { get; private init; }

    /// <summary>How it ended, or null.</summary>
    public RolloutRecord.Finished? Finished { get; private init; }

    /// <summary>The plan.</summary>
    public DeliveryPlan Plan => Began.Plan;

    /// <summary>The step that is next or under way, or null after the last.</summary>
    public DeliveryStep? Step => Index < Steps.Length ? Steps[Index] : null;

    /// <summary>Where it stands.</summary>
    public Phase Phase => this switch
    {
        { Finished.Outcome: Outcome.Verified } => Phase.Verified,
        { Finished.Outcome: Outcome.RolledBack } => Phase.RolledBack,
        { Finished.Outcome: Outcome.RollbackFailed } => Phase.RollbackFailed,
        { Turned: not null } => Phase.RollingBack,
        { Settled: true } => Phase.Verified,
        { Step: DeliveryStep.Shift { Percent: 100 } } => Phase.Switching,
        { Percent: 100 } => Phase.Baking,
        { Percent: > 0 } or { Step: DeliveryStep.Shift, UnderWay: not null } => Phase.Progressing,
        _ => Phase.Preparing,
    };

    /// <summary>Replays a journal; null when no rollout began.</summary>
    public static Rollout? Replay(IEnumerable<RolloutRecord> records)
    {
        Rollout? rollout = null;
        foreach (var record in records)
        {
            rollout = record is RolloutRecord.Began began ? new(began) : rollout?.Apply(record);
        }

        return rollout;
    }

    /// <summary>The rollout after one more record.</summary>
    public Rollout Apply(RolloutRecord record) => record switch
    {
        RolloutRecord.Intended intended => this with { UnderWay = intended, Measurements = [], Checked = null },
        RolloutRecord.Achieved => After(Steps[Index]) with { Index = Index + 1, UnderWay = null },
        RolloutRecord.Resumed resumed => WithLimitsFrom(resumed.At),
        RolloutRecord.Measured measured => this with { Measurements = Measurements.Add(measured.Measurement) },
        RolloutRecord.Checked check => this with { Checked = check },
        RolloutRecord.Turned turned => this with { Turned = turned, Steps = turned.Steps, Index = 0, UnderWay = null, Measurements = [], Checked = null },
        RolloutRecord.Finished finished => this with { Finished = finished },
        _ => this,
    };

    /// <summary>Requests that reached the next release since the rollout began.</summary>
    public long Exposed(StageObservation seen) => Window(Plan.Next.Digest, seen).Requests;

    /// <summary>Counted of a release since the rollout began.</summary>
    public TrafficSample Window(string digest, StageObservation seen) =>
        seen.TrafficOf(digest).Since(Began.Traffic.GetValueOrDefault(digest, TrafficSample.None));

    // While no process was there to act, neither instances nor the way back had a chance; how long a share is held or baked counts on.
    private Rollout WithLimitsFrom(DateTimeOffset at) => this with
    {
        UnderWay = Step is DeliveryStep.Scale && UnderWay is not null ? UnderWay with { At = at } : UnderWay,
        Turned = Turned is null ? null : Turned with { At = at },
    };

    private Rollout After(DeliveryStep step) => step switch
    {
        DeliveryStep.Shift shift when Turned is null => this with { Percent = shift.Percent },
        DeliveryStep.Settle { Side: Side.Next } => this with { Settled = true },
        _ => this,
    };
}
