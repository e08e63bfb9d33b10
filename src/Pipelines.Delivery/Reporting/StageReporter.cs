using Pipelines.Delivery.Execution;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Reporting;

/// <summary>Makes reports of the rollouts that it is told of, and hands on what it is told.</summary>
/// <param name="service">Name of the service.</param>
/// <param name="next">Is told the same.</param>
/// <param name="report">Gets a report when a rollout begins, and when a stage has been dealt with.</param>
internal sealed class StageReporter(string service, IRolloutObserver next, Action<StageReport> report) : IRolloutObserver
{
    private StageReport? _last;

    public void Recorded(Rollout rollout, RolloutRecord record)
    {
        next.Recorded(rollout, record);
        switch (record)
        {
            case RolloutRecord.Began or RolloutRecord.Resumed:
                report(_last = Begun(rollout.Plan));
                break;
            case RolloutRecord.Finished finished:
                _last = _last! with { Outcome = finished.Outcome, IsRejected = rollout.Turned is { Rejected: true } };
                break;
        }
    }

    public void Waiting(Rollout rollout, StageObservation seen, Act.Wait wait, DateTimeOffset now)
    {
        next.Waiting(rollout, seen, wait, now);
        _last = _last is null ? null : _last with { Url = seen.Url ?? _last.Url };
    }

    public void Troubled(string problem) => next.Troubled(problem);

    /// <summary>A stage has been dealt with. Where nothing was to be done nothing is reported: what was reported before still holds.</summary>
    public void Ended(string stage, Release? release, int exitCode, string message)
    {
        var ended = _last ?? new(service, stage) { Release = release };
        _last = null;
        if (!ended.Plan.IsEmpty || exitCode != ExitCodes.Success)
        {
            report(ended with { ExitCode = exitCode, Message = message });
        }
    }

    private StageReport Begun(DeliveryPlan plan) => new(service, plan.Stage.Name)
    {
        Purpose = plan.Purpose,
        Release = plan.Next,
        Before = plan.Stable,
        Plan = [.. PlanLines.Of(plan, plan.Stable is { } stable ? $"{stable} has the traffic" : "nothing runs here")],
    };
}
