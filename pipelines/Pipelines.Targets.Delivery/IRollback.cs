namespace Pipelines.Targets.Delivery;

/// <summary>Goes back to a release that was verified good.</summary>
public interface IRollback : IHaveStage
{
    /// <summary>Version or start of a digest, or null for the last one verified good.</summary>
    [Parameter("Release to go back to: version or start of the digest; the last verified good one unless said", Name = "release")]
    string? RollbackRelease => TryGetValue(() => RollbackRelease);

    /// <summary>Goes back in one stage.</summary>
    Target Rollback => _ => _
        .Description("Goes back in a stage (--stage) to a release that was verified good")
        .Requires(() => Stage)
        .Requires(() => IsStage(Stage))
        .StopsWithin(WayBackLimit)
        .Executes((run, cancellationToken) => DeliverAsync(run, delivery => delivery.RollbackAsync(Stage!, RollbackRelease, cancellationToken), cancellationToken));
}
