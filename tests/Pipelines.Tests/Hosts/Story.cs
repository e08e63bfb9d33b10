using System.Collections.Immutable;
using Pipelines.Execution;

namespace Pipelines.Tests.Hosts;

/// <summary>The events of a run in which three targets run at once, one is tried again and one fails.</summary>
internal static class Story
{
    private static readonly TargetOutcome Restore = new("Restore", TargetStatus.Succeeded, Reason: null, TimeSpan.FromMilliseconds(1234));

    private static readonly TargetOutcome Lint = new("Lint", TargetStatus.Skipped, "only when IsServerBuild", TimeSpan.Zero);

    private static readonly TargetOutcome Test = new("Test", TargetStatus.Succeeded, Reason: null, TimeSpan.FromSeconds(75))
    {
        Figures = [new Figure("Passed", "120"), new Figure("Coverage", "91 %")],
        Details = [new Figure("Slowest", "12 s  Cart\n 9 s  <Order>")],
    };

    private static readonly TargetOutcome Pack = new("Pack", TargetStatus.Failed, "InvalidOperationException: disk full: 100 %, really\nsecond line", TimeSpan.FromSeconds(2));

    private static readonly TargetOutcome Deploy = new("Deploy", TargetStatus.NotRun, "'Pack' failed", TimeSpan.Zero);

    public static ImmutableArray<RunEvent> Events { get; } =
    [
        new RunEvent.RunStarted(new([.. new[] { "Restore", "Lint", "Test", "Pack", "Deploy" }.Select(name => new PlannedTarget(name, Invoked: true))])),
        new RunEvent.TargetStarted("Restore"),
        new RunEvent.LineWritten("Restore", LogLevel.Information, "Restored 12 projects"),
        new RunEvent.TargetEnded(Lint),
        new RunEvent.LineWritten(Target: null, LogLevel.Information, "a line of nobody"),
        new RunEvent.TargetEnded(Restore),
        new RunEvent.TargetStarted("Test"),
        new RunEvent.TargetStarted("Pack"),
        new RunEvent.LineWritten("Pack", LogLevel.Information, "packing"),
        new RunEvent.LineWritten("Test", LogLevel.Information, "::error::printed by a program ##[error]"),
        new RunEvent.StatusChanged("Test", "120 of 130"),
        new RunEvent.LineWritten("Test", LogLevel.Debug, "a detail"),
        new RunEvent.TryFailed("Pack", 1, 2, "disk full", TimeSpan.FromSeconds(5)),
        new RunEvent.LineWritten("Pack", LogLevel.Error, "two\nlines: with 50 %"),
        new RunEvent.TargetEnded(Pack),
        new RunEvent.LineWritten("Test", LogLevel.Warning, "slow test"),
        new RunEvent.TargetEnded(Test),
        new RunEvent.TargetEnded(Deploy),
        new RunEvent.RunEnded([Restore, Lint, Test, Pack, Deploy], TimeSpan.FromSeconds(78), ExitCodes.Failed),
    ];
}
