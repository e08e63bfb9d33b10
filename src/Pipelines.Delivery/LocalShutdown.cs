using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Platforms.Local;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery;

/// <summary>Shuts the Local platform down: enters it in every ledger that had traffic, then stops the agent with all it runs.</summary>
internal sealed class LocalShutdown(AgentGate gate, DeliveryOptions options)
{
    private static readonly TimeSpan LookInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>False when no agent ran and none had left instances behind.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        // An agent that was killed leaves its instances running; a new one adopts them, and then stops them.
        if (await gate.FindAsync(cancellationToken) is null && !File.Exists(options.EnvironmentRoot / "agent.json"))
        {
            return false;
        }

        foreach (var stage in options.Stages)
        {
            await EnterAsync(stage, cancellationToken);
        }

        var agent = await gate.OpenAsync(cancellationToken);
        await agent.ChangeAsync(HttpMethod.Post, "agent/stop", epoch: null, content: null, cancellationToken);
        while (!agent.IsLost && await gate.FindAsync(cancellationToken) is { } still)
        {
            await AskAsync(still, cancellationToken);
            await Task.Delay(LookInterval, options.Time, cancellationToken);
        }

        return true;
    }

    private static async Task AskAsync(AgentConnection agent, CancellationToken cancellationToken)
    {
        try
        {
            await agent.GetTextAsync("agent", cancellationToken);
        }
        catch (FleetException)
        {
            // It is gone: what was waited for.
        }
    }

    private async Task EnterAsync(Stage stage, CancellationToken cancellationToken)
    {
        var fleet = new LocalFleet(stage.Name, (LocalPlatform)stage.Platform, stage.ReadyTime, gate);
        var seen = await fleet.ObserveAsync(cancellationToken);
        if (seen.Weights.IsEmpty)
        {
            return;
        }

        var holder = ThisProcess.Holder(options.Command);
        var answer = await fleet.AcquireAsync(holder, stage.LeaseTime, cancellationToken);
        if (answer.Granted is not { } lease)
        {
            throw new TargetFailedException($"{stage.Name}: {answer.Refused!.Holder} deploys there. Wait until that is done.", ExitCodes.Locked);
        }

        var ledger = new StageLedger(stage.Name, fleet);
        var history = await ledger.ReadAsync(cancellationToken);
        var was = history.Find(seen.Weights.MaxBy(weight => weight.Value).Key);
        var entry = new LedgerEntry(0, options.Time.GetUtcNow(), LedgerEvent.Stopped, stage.Name, Release: null, was, "shut down", holder.ToString(), Rollout: "", TimeSpan.Zero, history.JournalEnd, "");
        await ledger.AppendAsync(lease, entry, cancellationToken);
        await fleet.ReleaseAsync(lease, cancellationToken);
    }
}
