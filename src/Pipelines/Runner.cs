using System.Collections.Immutable;

namespace Pipelines;

/// <summary>What a job runs on. Ready-made ones are in <see cref="Runners"/>.</summary>
/// <param name="Labels">On GitHub the labels of <c>runs-on</c>; on GitLab the tags, where <see cref="IsHosted"/> is not set.</param>
public sealed record Runner(params ImmutableArray<string> Labels)
{
    /// <summary>A machine of the system's own, made for the job and thrown away after it.</summary>
    public bool IsHosted { get; init; }

    /// <summary>Group of runners of a GitHub organisation, which can be kept to certain workflows; on GitLab a tag.</summary>
    public string? Group { get; init; }

    /// <summary>Axis of the job's matrix whose value is the label.</summary>
    public string? Axis { get; init; }

    /// <summary>Container image in which GitLab runs the job; the one of the workflow unless set.</summary>
    public string? Image { get; init; }
}
