using Pipelines.Delivery.Planning;

namespace Pipelines.Delivery.Reporting;

/// <summary>A delivery plan as people read it.</summary>
public static class PlanLines
{
    /// <summary>The stage, each step that it takes, and the traffic that is made for it.</summary>
    /// <param name="plan">Of a release that may not be built yet.</param>
    /// <param name="current">What has the traffic, in words.</param>
    public static IEnumerable<string> Of(DeliveryPlan plan, string current)
    {
        var stage = plan.Stage;
        yield return $"{stage.Name} ({stage.Platform.Word}, {stage.Strategy.Word}, {stage.Instances} instances): {current}";
        foreach (var (number, step) in plan.Steps.Index())
        {
            yield return FormattableString.Invariant($"  {number + 1,2}. {StepWords.Of(step, plan)}");
        }

        if (stage.Traffic is { } traffic)
        {
            yield return FormattableString.Invariant($"      with {traffic.RequestsPerSecond} synthetic requests a second, {traffic.MaximumRequests:N0} at most");
        }
    }
}
