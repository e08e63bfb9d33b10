using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Reporting;

/// <summary>A delivery plan as people read it.</summary>
public static class PlanLines
{
    /// <summary>The steps that a stage takes with a release that is not built yet.</summary>
    /// <param name="stage">Where to.</param>
    /// <param name="steps">In order.</param>
    /// <param name="current">What has the traffic, in words.</param>
    public static IEnumerable<string> Of(Stage stage, IEnumerable<DeliveryStep> steps, string current)
    {
        yield return $"{stage.Name} ({stage.Platform.Word}, {stage.Strategy.Word}, {stage.Instances} instances): {current}";
        foreach (var (number, step) in steps.Index())
        {
            yield return FormattableString.Invariant($"  {number + 1,2}. {StepWords.Of(step, stage)}");
        }

        if (stage.Traffic is { } traffic)
        {
            yield return FormattableString.Invariant($"      with {traffic.RequestsPerSecond} synthetic requests a second, {traffic.MaximumRequests:N0} at most");
        }
    }
}
