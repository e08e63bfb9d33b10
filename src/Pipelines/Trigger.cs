using System.Collections.Immutable;

namespace Pipelines;

/// <summary>What starts a workflow.</summary>
public abstract record Trigger
{
    private Trigger()
    {
    }

    /// <summary>Commits that arrive on a branch.</summary>
    /// <param name="Branches">Names or patterns such as <c>release/*</c>.</param>
    public sealed record Push(params ImmutableArray<string> Branches) : Trigger
    {
        /// <summary>Only when one of these files changed, as <c>src/**</c>; any file unless set.</summary>
        public ImmutableArray<string> Paths { get; init; } = [];
    }

    /// <summary>A pull request, or merge request, is opened or gets commits.</summary>
    /// <param name="Branches">What it would be merged into; any branch where empty.</param>
    public sealed record PullRequest(params ImmutableArray<string> Branches) : Trigger
    {
        /// <inheritdoc cref="Push.Paths"/>
        public ImmutableArray<string> Paths { get; init; } = [];
    }

    /// <summary>A merge queue of GitHub, or merge train of GitLab, tries a change before it is merged.</summary>
    public sealed record MergeQueue : Trigger;

    /// <summary>A tag is pushed.</summary>
    /// <param name="Patterns">Such as <c>v*</c>.</param>
    public sealed record Tag(params ImmutableArray<string> Patterns) : Trigger;

    /// <summary>A time comes. GitHub reads it from the file; on GitLab it is a setting, which <c>VerifySettings</c> writes a script for.</summary>
    /// <param name="Cron">Five fields: minute, hour, day of month, month, day of week. Not minute 0, when everybody starts.</param>
    public sealed record Schedule(string Cron) : Trigger
    {
        /// <summary>Time zone of <see cref="Cron"/>, such as <c>Europe/Berlin</c>; UTC unless set.</summary>
        public string? TimeZone { get; init; }
    }

    /// <summary>A person starts it, and fills in a form.</summary>
    /// <param name="Inputs">Of the form.</param>
    public sealed record Manual(params ImmutableArray<Input> Inputs) : Trigger;

    /// <summary>Another workflow of GitHub calls it.</summary>
    /// <param name="Inputs">That the caller gives.</param>
    public sealed record Called(params ImmutableArray<Input> Inputs) : Trigger;
}
