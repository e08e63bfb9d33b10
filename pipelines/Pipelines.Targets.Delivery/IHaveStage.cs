namespace Pipelines.Targets.Delivery;

/// <summary>Targets that are about one stage.</summary>
public interface IHaveStage : IHaveStages
{
    /// <summary>Name of the stage, or null.</summary>
    [Parameter("Stage that is meant")]
    string? Stage => TryGetValue(() => Stage);
}
