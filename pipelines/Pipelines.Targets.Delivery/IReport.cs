namespace Pipelines.Targets.Delivery;

/// <summary>Tells how the stages are and what happened in them.</summary>
public interface IReport : IHaveStages
{
    /// <summary>Answers in JSON.</summary>
    [Parameter("Status and History answer in JSON")]
    bool Json => TryGetValue(() => Json);

    /// <summary>How each stage is.</summary>
    Target Status => _ => _
        .Description("Shows each stage: release, traffic, running rollout (--json)")
        .Answers()
        .Executes(async (run, cancellationToken) =>
        {
            using var delivery = OpenDelivery();
            var report = await delivery.StatusAsync(cancellationToken);
            await WriteAsync(run, Json ? [report.ToJson()] : report.Lines());
        });

    /// <summary>What happened in each stage.</summary>
    Target History => _ => _
        .Description("Shows what was delivered, rejected and rolled back (--json)")
        .Answers()
        .Executes(async (run, cancellationToken) =>
        {
            using var delivery = OpenDelivery();
            var report = await delivery.HistoryAsync(cancellationToken);
            await WriteAsync(run, Json ? [report.ToJson()] : report.Entries.IsEmpty ? ["Nothing was delivered yet."] : report.Lines());
        });

    private static async Task WriteAsync(ITargetRun run, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            await run.Output.WriteLineAsync(line);
        }
    }
}
