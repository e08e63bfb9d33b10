using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Execution;

/// <summary>Is told what a rollout does while it does it.</summary>
public interface IRolloutObserver
{
    /// <summary>A record is safe in the journal.</summary>
    void Recorded(Rollout rollout, RolloutRecord record);

    /// <summary>The rollout waits.</summary>
    void Waiting(Rollout rollout, StageObservation seen, Act.Wait wait, DateTimeOffset now);

    /// <summary>The platform or a metric could not be reached and is tried again.</summary>
    void Troubled(string problem);
}
