using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery.Execution;

/// <summary>The sentences that a stage answers with.</summary>
internal static class StageResults
{
    public static StageResult Of(Rollout rollout)
    {
        var (stage, next, stable) = (rollout.Plan.Stage.Name, rollout.Plan.Next, rollout.Plan.Stable);
        return rollout.Finished!.Outcome switch
        {
            Outcome.Verified when rollout.Plan.Purpose == Purpose.Rollback =>
                new(ExitCodes.Success, $"{stage}: back on {next}. {(stable is null ? "" : $"{stable} counts as bad from now on.")}"),
            Outcome.Verified => new(ExitCodes.Success, $"{stage}: {next} is verified good and has all traffic{End(rollout.Plan.Stage)}"),
            Outcome.RolledBack when !rollout.Turned!.Rejected => new(
                ExitCodes.RolledBack,
                $"{stage}: the rollout of {next} was given up {At(rollout)} and rolled back: {rollout.Finished.Reason}.\n{Exposed(rollout)} {Left(stable)}"),
            Outcome.RolledBack => new(
                ExitCodes.RolledBack,
                $"{stage}: {next} was rejected {At(rollout)} and rolled back: {rollout.Finished.Reason}.\n{Exposed(rollout)} {Left(stable)}\n"
                + "Mend it and deploy again; this release itself needs --retry."),
            _ => new(
                ExitCodes.RollbackFailed,
                $"{stage}: {next} was rejected {At(rollout)}, and the way back did not end: {rollout.Finished.Reason}.\n{Exposed(rollout)}\n"
                + "A person is needed: look at './build.sh Status', then './build.sh Rollback --stage " + stage + "'."),
        };
    }

    public static StageResult AlreadyVerified(Stage stage, Release release) =>
        new(ExitCodes.Success, $"{stage.Name}: {release} is verified good here already; nothing to do{End(stage)}");

    public static StageResult Refused(string stage, Release release, LedgerEntry rejection) => new(
        ExitCodes.RolledBack,
        $"{stage}: {release} {Stands(rejection)}.\nMend it, or say --retry to try the same release again.");

    public static StageResult Locked(string stage, LeaseHold hold) => new(
        ExitCodes.Locked,
        $"{stage}: {hold.Holder} has it since {hold.Since:HH:mm:ss}Z. Wait until that is done; if its process is gone, the stage is free at {hold.ExpiresAt:HH:mm:ss}Z.");

    // The address last and without a full stop, so that it can be clicked.
    private static string End(Stage stage) => stage.Platform.Address is { } address ? $": {address}" : ".";

    private static string Stands(LedgerEntry against) => against.Event == LedgerEvent.Restored
        ? $"was left on {against.At:yyyy-MM-dd HH:mm:ss}Z, when {against.By} rolled back to {against.Release}"
        : $"was rejected here on {against.At:yyyy-MM-dd HH:mm:ss}Z: {against.Reason}";

    private static string Left(Release? stable) => stable is null ? "Nothing ran here before, so nothing runs now." : $"All traffic is on {stable}.";

    private static string At(Rollout rollout) => rollout.Turned is null || rollout.Percent == 0 ? "before it had traffic" : $"at {rollout.Percent} % of the traffic";

    private static string Exposed(Rollout rollout) => rollout.Turned?.Exposed switch
    {
        null or 0 => "No request reached it.",
        1 => "1 request reached it.",
        var count => FormattableString.Invariant($"{count:N0} requests reached it."),
    };
}
