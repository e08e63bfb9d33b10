using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Reporting;

/// <summary>All stages as they are now.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Stages">In the order of delivery.</param>
public sealed record StatusReport(string Service, ImmutableArray<StageStatus> Stages)
{
    /// <summary>Judges a stage by what is seen, what its ledger says and what its journal left.</summary>
    internal static StageStatus Of(Stage stage, StageObservation seen, StageHistory history, Rollout? rollout)
    {
        var running = RolloutStatus.Of(rollout);
        var weights = seen.Weights
            .Select(weight => new WeightStatus(Version(weight.Key), weight.Key, weight.Value, seen.Ready(weight.Key), seen.Of(weight.Key)?.Desired ?? 0))
            .OrderByDescending(weight => weight.Percent)
            .ToImmutableArray();
        var current = weights.IsEmpty ? null : new ReleaseStatus(weights[0].Version, history.Find(weights[0].Digest)?.Commit ?? "", weights[0].Digest);
        return new(stage.Name, stage.Platform.Word, seen.Url, State(), current, ReleaseStatus.Of(history.VerifiedGood), weights, running);

        StageState State() => weights switch
        {
            _ when running is not null => StageState.RollingOut,
            [] => history.Entries.IsEmpty ? StageState.Empty : StageState.Down,
            [{ Percent: 100 } all] when all.Digest == history.VerifiedGood?.Digest && all.Ready >= all.Desired => StageState.Verified,
            _ => StageState.Degraded,
        };

        string Version(string digest) => history.Find(digest)?.Version ?? (rollout?.Plan.Next.Digest == digest ? rollout.Plan.Next.Version : "");
    }

    /// <summary>The documented JSON form, see <c>docs/status.md</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ReportJson.Readable.StatusReport);

    /// <summary>A block of lines a stage.</summary>
    public IEnumerable<string> Lines() => Stages.SelectMany(Lines);

    private static IEnumerable<string> Lines(StageStatus stage)
    {
        yield return $"{stage.Name}  {stage.State}  {stage.Platform}  {stage.Url?.OriginalString ?? "no address yet"}";
        foreach (var weight in stage.Weights)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"  traffic        {weight.Percent,3:0.##} % on {weight}, {weight.Ready} of {weight.Desired} instances ready");
        }

        if (stage.LastVerifiedGood is { } good)
        {
            yield return $"  verified good  {good}";
        }

        if (stage.Rollout is { } rollout)
        {
            yield return FormattableString.Invariant($"  rollout        {rollout.Release}: {rollout.Phase}, step {rollout.Step} of {rollout.Steps}, {rollout.Percent} %, by {rollout.By}");
        }
    }
}
