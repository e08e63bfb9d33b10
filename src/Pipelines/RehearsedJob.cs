using System.Collections.Immutable;

namespace Pipelines;

/// <summary>One run of a job on this machine.</summary>
/// <param name="Name">Of the job, with its share or the values of its matrix: <c>unit-tests.2of4</c>. What it hands over lies in <c>output/jobs/NAME</c>.</param>
/// <param name="Job">Name of the job.</param>
/// <param name="Line">The shell line that CI runs.</param>
public sealed record RehearsedJob(string Name, string Job, string Line)
{
    /// <summary>Environment variables that it has in CI.</summary>
    public ImmutableSortedDictionary<string, string> Variables { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Jobs that come before it.</summary>
    public ImmutableArray<string> Needs { get; init; } = [];

    /// <summary>Those of them whose work it takes over.</summary>
    public ImmutableArray<string> Takes { get; init; } = [];

    /// <summary>When it starts.</summary>
    public JobStart Start { get; init; }

    /// <summary>The workflow succeeds also when it fails.</summary>
    public bool MayFail { get; init; }

    /// <summary>It sees the whole history, not the last commit alone.</summary>
    public bool FullHistory { get; init; }

    /// <summary>It is stopped when it takes longer.</summary>
    public TimeSpan Timeout { get; init; }

    /// <summary>Why it does not run here; null where it does.</summary>
    public string? LeftOut { get; init; }

    /// <summary>Why it only plans what it would do; null where it does it.</summary>
    public string? OnlyPlans { get; init; }

    /// <summary>What is not as it is in CI.</summary>
    public ImmutableArray<string> Differences { get; init; } = [];
}
