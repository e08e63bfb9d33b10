using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>A job with the targets that are its share.</summary>
/// <param name="Settings">What its author said.</param>
internal sealed record PlannedJob(Job Settings)
{
    private static readonly TimeSpan CheckLimit = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan DeployLimit = TimeSpan.FromMinutes(60);

    public string Id => Settings.Name;

    /// <summary>Targets on its command line.</summary>
    public required ImmutableArray<string> Invoked { get; init; }

    /// <summary>Targets that work in it, in order.</summary>
    public required ImmutableArray<string> Targets { get; init; }

    /// <summary>Those of them that earlier jobs did too, as what they leave behind does not travel.</summary>
    public ImmutableArray<string> Repeated { get; init; } = [];

    /// <summary>Jobs that come before it.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Those of them whose work it takes as done.</summary>
    public ImmutableArray<string> After { get; init; } = [];

    /// <summary>Later jobs take its work as done.</summary>
    public bool HandsOver { get; init; }

    public required Runner Runner { get; init; }

    public required ImmutableArray<Cache> Caches { get; init; }

    public required int Shards { get; init; }

    public Concurrency? Concurrency { get; init; }

    public string Title => Settings.Title ?? JobName.Words(Id);

    public TimeSpan Timeout => Settings.Timeout ?? (Deploys ? DeployLimit : CheckLimit);

    /// <summary>It changes an environment.</summary>
    public bool Deploys => Settings.Deployment is { OnlyVisits: false };

    /// <summary>It runs more than once in a workflow.</summary>
    public bool IsMany => Shards > 1 || Settings.Matrix is not null;
}
