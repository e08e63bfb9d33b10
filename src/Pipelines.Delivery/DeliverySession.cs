using System.Collections.Immutable;
using Pipelines.Delivery.Execution;
using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Platforms;
using Pipelines.Delivery.Platforms.Local;
using Pipelines.Delivery.Releases;
using Pipelines.Delivery.Reporting;
using Pipelines.Delivery.Stages;

namespace Pipelines.Delivery;

/// <summary>The door to delivery: everything a build asks of its stages.</summary>
public sealed class DeliverySession : IDisposable
{
    private readonly DeliveryOptions _options;
    private readonly AgentGate _agent;
    private readonly StageReporter _reporter;

    /// <summary>Opens the stages; nothing is started or changed yet.</summary>
    /// <exception cref="DefinitionException">The stages contradict themselves; the message lists every problem.</exception>
    public DeliverySession(DeliveryOptions options)
    {
        var problems = options.Problems().ToArray();
        if (problems.Length > 0)
        {
            throw new DefinitionException(string.Join('\n', problems));
        }

        _options = options;
        _agent = new(options.EnvironmentRoot, options.Runner, options.Time);
        _reporter = new(options.Service, new RolloutNarrator(options.Line, options.Status), report => Reported(report));
    }

    /// <summary>Gets a stage's report when its rollout begins, and when it has ended; whoever it is must not keep the rollout waiting.</summary>
    public Action<StageReport> Reported { get; set; } = _ => { };

    /// <summary>Brings a release through the stages in order, up to and with <paramref name="to"/>, and stops at the first that does not verify it.</summary>
    /// <param name="content">The release and its files.</param>
    /// <param name="to">Last stage; null for all.</param>
    /// <param name="retry">Tries a release again that a stage rejected.</param>
    /// <param name="cancellationToken">Turns a running rollout back.</param>
    /// <exception cref="TargetFailedException">A stage did not verify it; the exit code tells how it stands.</exception>
    public async Task DeployAsync(ReleaseContent content, string? to, bool retry, CancellationToken cancellationToken)
    {
        foreach (var stage in Through(to))
        {
            cancellationToken.ThrowIfCancellationRequested();
            Tell(await ReportedAsync(stage, content.Release, delivery => delivery.DeployAsync(content, retry, cancellationToken)));
        }
    }

    /// <summary>The steps of a deployment up to a stage, against what runs there now; changes nothing.</summary>
    public async Task<IReadOnlyList<string>> PlanAsync(string? to, CancellationToken cancellationToken)
    {
        var next = new Release(_options.Service, "new", "", "", ReleaseConfiguration.Empty);
        var lines = new List<string>();
        foreach (var (stage, status) in Through(to).Zip((await StatusAsync(cancellationToken)).Stages))
        {
            var stable = status.Current is { } current ? next with { Version = current.Version, ArtifactDigest = current.Digest } : null;
            lines.AddRange(PlanLines.Of(DeliveryPlanner.Deploy(stage, next, stable, []), status.Current is { } runs ? $"{runs} runs here" : "nothing runs here"));
        }

        return lines;
    }

    /// <summary>Goes back, in one stage, to a release that was verified good.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="release">Version or start of a digest; null for the last one before the current.</param>
    /// <param name="cancellationToken">Turns back.</param>
    public async Task RollbackAsync(string stage, string? release, CancellationToken cancellationToken) =>
        Tell(await ReportedAsync(Find(stage), release: null, delivery => delivery.RollbackAsync(release, cancellationToken)));

    /// <summary>Finishes what killed processes left, in every stage.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken)
    {
        if (await _agent.FindAsync(cancellationToken) is null && !Directory.Exists(_options.EnvironmentRoot / "services"))
        {
            _options.Line("Nothing to recover: no stage was ever used.");
            return;
        }

        // Every stage gets its turn before the worst answer is given.
        var results = new List<StageResult>();
        foreach (var stage in _options.Stages)
        {
            results.Add(await ReportedAsync(
                stage, release: null, async delivery => await delivery.RecoverAsync(cancellationToken) ?? new(ExitCodes.Success, $"{stage.Name}: nothing to recover.")));
        }

        Tell(new(results.Max(result => result.ExitCode), string.Join('\n', results.Select(result => result.Message))));
    }

    /// <summary>Runs a stage's smoke checks against what it serves now.</summary>
    /// <exception cref="TargetFailedException">A check failed, or nothing is served.</exception>
    public async Task VerifyAsync(string? stage, CancellationToken cancellationToken)
    {
        using var probe = new SmokeProbe();
        foreach (var each in stage is null ? _options.Stages : [Find(stage)])
        {
            var (seen, history, _) = await LookAsync(each, cancellationToken);
            var digest = seen.Weights.IsEmpty ? "" : seen.Weights.MaxBy(weight => weight.Value).Key;
            if (seen.Url is not { } url || history.Find(digest) is not { } release)
            {
                throw new TargetFailedException($"{each.Name}: nothing is served there. Run './build.sh Deploy --to {each.Name}' first.");
            }

            if (each.Checks.IsEmpty)
            {
                throw new TargetFailedException($"{each.Name}: there is no check to run, and a gate that checked nothing has not passed. List some in the stage's {nameof(Stage.Checks)}.");
            }

            Tell(await probe.RunAsync(url, release, each.Checks, cancellationToken) is { } problem
                ? new(ExitCodes.Failed, $"{each.Name}: {release} does not pass: {problem}.")
                : new(ExitCodes.Success, $"{each.Name}: {release} passed {each.Checks.Length} checks at {url}."));
        }
    }

    /// <summary>All stages as they are now; starts nothing.</summary>
    public async Task<StatusReport> StatusAsync(CancellationToken cancellationToken)
    {
        var stages = ImmutableArray.CreateBuilder<StageStatus>();
        foreach (var stage in _options.Stages)
        {
            var (seen, history, rollout) = await LookAsync(stage, cancellationToken);
            stages.Add(StatusReport.Of(stage, seen, history, rollout));
        }

        return new(_options.Service, stages.ToImmutable());
    }

    /// <summary>What happened in all stages; starts nothing.</summary>
    public async Task<HistoryReport> HistoryAsync(CancellationToken cancellationToken)
    {
        var entries = new List<LedgerEntry>();
        foreach (var stage in _options.Stages)
        {
            entries.AddRange((await new StageLedger(stage.Name, await LogsAsync(stage, cancellationToken)).ReadAsync(cancellationToken)).Entries);
        }

        return new(_options.Service, [.. entries.OrderBy(entry => entry.At)]);
    }

    /// <summary>Stops every instance and the agent; copies, journals and ledgers stay.</summary>
    /// <exception cref="TargetFailedException">Somebody deploys.</exception>
    public async Task DownAsync(CancellationToken cancellationToken)
    {
        _options.Line(await new LocalShutdown(_agent, _options).RunAsync(cancellationToken)
            ? "All instances and the agent have stopped; releases, journals and ledgers are kept."
            : "Nothing runs.");
    }

    /// <inheritdoc/>
    public void Dispose() => _agent.Dispose();

    private IEnumerable<Stage> Through(string? to) =>
        to is null ? _options.Stages : _options.Stages.Take(_options.Stages.IndexOf(Find(to)) + 1);

    private Stage Find(string name) => _options.Stages.FirstOrDefault(stage => string.Equals(stage.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? throw new DefinitionException($"There is no stage '{name}'. Stages: {string.Join(", ", _options.Stages.Select(stage => stage.Name))}.");

    private StageDelivery Delivery(Stage stage) => new(stage, Fleet(stage), ThisProcess.Holder(_options.Command), _reporter, _options.Time);

    private async Task<StageResult> ReportedAsync(Stage stage, Release? release, Func<StageDelivery, Task<StageResult>> work)
    {
        try
        {
            EnvironmentOwner.Claim(_options.EnvironmentRoot, _options.Service);
            var result = await work(Delivery(stage));
            _reporter.Ended(stage.Name, release, result.ExitCode, result.Message);
            return result;
        }
        catch (Exception problem)
        {
            _reporter.Ended(stage.Name, release, problem is TargetFailedException failed ? failed.ExitCode : ExitCodes.Failed, problem.Message);
            throw;
        }
    }

    private LocalFleet Fleet(Stage stage) => stage.Platform switch
    {
        LocalPlatform local => new LocalFleet(stage.Name, local, stage.ReadyTime, _agent),
        var other => throw new DefinitionException($"Stage '{stage.Name}': nothing here runs the platform '{other.Word}'."),
    };

    private async Task<(StageObservation Seen, StageHistory History, Rollout? Rollout)> LookAsync(Stage stage, CancellationToken cancellationToken)
    {
        var logs = await LogsAsync(stage, cancellationToken);
        var history = await new StageLedger(stage.Name, logs).ReadAsync(cancellationToken);
        var journal = new RolloutJournal(logs, history.JournalEnd);
        await journal.LoadAsync(cancellationToken);
        return (logs is IFleet fleet ? await fleet.ObserveAsync(cancellationToken) : StageObservation.Empty, history, journal.Rollout);
    }

    private async Task<IStageLogs> LogsAsync(Stage stage, CancellationToken cancellationToken) =>
        await _agent.FindAsync(cancellationToken) is null ? new FolderLogs(_options.EnvironmentRoot / "services" / stage.Name) : Fleet(stage);

    private void Tell(StageResult result)
    {
        if (result.ExitCode != ExitCodes.Success)
        {
            throw new TargetFailedException(result.Message, result.ExitCode);
        }

        _options.Line(result.Message);
    }
}
