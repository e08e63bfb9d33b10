using Pipelines.Delivery.Execution;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Stages;

namespace Pipelines.Tests.Delivery.Execution;

internal sealed class RecordingObserver : IRolloutObserver
{
    public List<RolloutRecord> Records { get; } = [];

    public List<string> Troubles { get; } = [];

    public void Recorded(Rollout rollout, RolloutRecord record) => Records.Add(record);

    public void Waiting(Rollout rollout, StageObservation seen, Act.Wait wait, DateTimeOffset now)
    {
    }

    public void Troubled(string problem) => Troubles.Add(problem);
}
