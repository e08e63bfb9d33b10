using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Reporting;

/// <summary>What a terminal shows beside a running rollout.</summary>
internal static class StatusText
{
    public static string Of(Rollout rollout, StageObservation seen, Act.Wait wait, DateTimeOffset now)
    {
        var lines = new List<string>
        {
            FormattableString.Invariant($"{rollout.Plan.Stage.Name}  {rollout.Phase}  step {rollout.Index + 1} of {rollout.Steps.Length}: {(rollout.Step is { } step ? StepWords.Of(step, rollout.Plan) : "")}"),
            $"traffic   {Traffic(rollout, seen)}",
        };
        foreach (var value in rollout.Measurements.LastOrDefault()?.Values ?? [])
        {
            lines.Add($"measured  {value}");
        }

        lines.Add($"waits     {wait.For}, {StepWords.Duration(wait.Until > now ? wait.Until - now : TimeSpan.Zero)} at most");
        return string.Join('\n', lines);
    }

    private static string Traffic(Rollout rollout, StageObservation seen) => seen.Weights.IsEmpty
        ? "none"
        : string.Join("   ", seen.Weights.Select(weight => FormattableString.Invariant(
            $"{Name(rollout, weight.Key)} {weight.Value:0.##} % ({seen.Ready(weight.Key)} ready, {rollout.Window(weight.Key, seen).Requests:N0} requests)")));

    private static string Name(Rollout rollout, string digest) =>
        digest == rollout.Plan.Next.Digest ? rollout.Plan.Next.ToString()
        : digest == rollout.Plan.Stable?.Digest ? rollout.Plan.Stable.ToString()
        : digest[..12];
}
