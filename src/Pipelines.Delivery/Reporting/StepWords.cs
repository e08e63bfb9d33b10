using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Reporting;

/// <summary>Steps in words, for plans and logs.</summary>
internal static class StepWords
{
    public static string Of(DeliveryStep step, DeliveryPlan plan) => plan.Purpose == Purpose.Rollback
        ? Of(step, plan.Stage, "the earlier release", "the present release")
        : Of(step, plan.Stage, "the new release", "the old release");

    /// <summary>Such as <c>3 s</c>, <c>0.5 s</c> or <c>5 min</c>.</summary>
    public static string Duration(TimeSpan time) => time >= TimeSpan.FromMinutes(2)
        ? FormattableString.Invariant($"{time.TotalMinutes:0.#} min")
        : FormattableString.Invariant($"{time.TotalSeconds:0.#} s");

    private static string Of(DeliveryStep step, Stage stage, string next, string stable) => step switch
    {
        DeliveryStep.Admit => "take in the release",
        DeliveryStep.Scale { Side: Side.Next, Instances: 0 } => $"stop {next}, its requests finished",
        DeliveryStep.Scale { Side: Side.Next } scale => $"start {Instances(scale.Instances)} of {next}, all ready within {Duration(stage.ReadyTime)}",
        DeliveryStep.Scale { Instances: 0 } => $"stop {stable}, its requests finished",
        DeliveryStep.Scale scale => $"keep {Instances(scale.Instances)} of {stable}",
        DeliveryStep.Shift shift => $"shift {shift.Percent} % of the traffic",
        DeliveryStep.Soak soak => $"hold {Duration(soak.Time)}",
        DeliveryStep.Analyse analyse => $"hold {Duration(analyse.Time)} and measure: {Limits(stage)}",
        DeliveryStep.Check => $"check {string.Join(", ", stage.Checks.Select(check => $"GET {check.Path}"))}",
        DeliveryStep.Bake bake => $"bake {Duration(bake.Time)}{(stage.Analysis is null ? "" : $" and measure: {Limits(stage)}")}",
        DeliveryStep.Settle { Side: Side.Next } => "verified good: all traffic for good",
        DeliveryStep.Settle => $"all traffic on {stable} for good",
        _ => "remove copies that are no way back",
    };

    private static string Instances(int count) => count == 1 ? "1 instance" : FormattableString.Invariant($"{count} instances");

    private static string Limits(Stage stage) => stage.Analysis is { } analysis ? string.Join(", ", analysis.Limits) : "nothing";
}
