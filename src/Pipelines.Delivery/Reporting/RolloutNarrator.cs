using Pipelines.Delivery.Analysis;
using Pipelines.Delivery.Execution;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Reporting;

/// <summary>Tells a rollout: a line for each thing that happened, and a status for what it waits for.</summary>
/// <param name="line">Gets a sentence in the past tense.</param>
/// <param name="status">Gets the present state, several lines long, in place of the one before.</param>
internal sealed class RolloutNarrator(Action<string> line, Action<string> status) : IRolloutObserver
{
    private string _trouble = "";

    public void Recorded(Rollout rollout, RolloutRecord record)
    {
        _trouble = "";
        if (Sentence(rollout, record) is { } sentence)
        {
            line($"{rollout.Plan.Stage.Name}: {sentence}");
        }
    }

    public void Waiting(Rollout rollout, StageObservation seen, Act.Wait wait, DateTimeOffset now) =>
        status(StatusText.Of(rollout, seen, wait, now));

    public void Troubled(string problem)
    {
        // Said once: the same trouble every 200 ms tells nothing new.
        if (problem != _trouble)
        {
            line($"{problem} Trying again.");
            _trouble = problem;
        }
    }

    private static string? Sentence(Rollout rollout, RolloutRecord record) => record switch
    {
        RolloutRecord.Began began => $"{began.Plan.Next} {(began.Plan.Purpose == Purpose.Rollback ? "comes back" : "comes")}, {(began.Plan.Stable is { } stable ? $"{stable} has the traffic" : "nothing runs here")}",
        RolloutRecord.Resumed => $"went on with the rollout of {rollout.Plan.Next}, which an earlier process left in {rollout.Phase}",
        RolloutRecord.Intended { Step: DeliveryStep.Shift or DeliveryStep.Settle or DeliveryStep.Prune or DeliveryStep.Admit or DeliveryStep.Check } => null,
        RolloutRecord.Intended { Step: var step } => $"{StepWords.Of(step, rollout.Plan)} ...",
        RolloutRecord.Achieved achieved => Done(rollout, rollout.Steps[achieved.Index]),
        RolloutRecord.Measured { Measurement: var measurement } => $"measured {string.Join(", ", measurement.Values)}{(measurement.Verdict == Verdict.Failed ? ": failed" : "")}",
        RolloutRecord.Checked { Problem: { } problem } => $"check failed: {problem}",
        RolloutRecord.Turned turned => $"turned back: {turned.Cause}",
        _ => null,
    };

    private static string? Done(Rollout rollout, DeliveryStep step) => step switch
    {
        DeliveryStep.Shift shift when rollout.Turned is not null => rollout.Plan.Stable is { } stable ? $"traffic is back on {stable}" : $"traffic is off {rollout.Plan.Next}",
        DeliveryStep.Shift shift => $"{shift.Percent} % of the traffic is on {rollout.Plan.Next}",
        DeliveryStep.Scale { Instances: 0 } scale => $"{rollout.Plan.Of(scale.Side)} has stopped",
        DeliveryStep.Scale { Side: Side.Next } scale => $"{scale.Instances} of {rollout.Plan.Stage.Instances} instances of {rollout.Plan.Next} are ready",
        DeliveryStep.Check => "checks passed",
        _ => null,
    };
}
