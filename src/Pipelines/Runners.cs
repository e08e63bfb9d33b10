using System.Collections.Immutable;

namespace Pipelines;

/// <summary>Runners by name and version; a name without version would change under the pipeline.</summary>
public static class Runners
{
    /// <summary>Ubuntu 24.04; on GitLab the image of the workflow.</summary>
    public static Runner Ubuntu2404 { get; } = new("ubuntu-24.04") { IsHosted = true };

    /// <summary>Ubuntu 22.04; on GitLab the image of the workflow.</summary>
    public static Runner Ubuntu2204 { get; } = new("ubuntu-22.04") { IsHosted = true };

    /// <summary>Windows Server 2025 on GitHub.</summary>
    public static Runner Windows2025 { get; } = new("windows-2025") { IsHosted = true };

    /// <summary>macOS 15 on GitHub.</summary>
    public static Runner MacOS15 { get; } = new("macos-15") { IsHosted = true };

    /// <summary>The hosted runner that an axis of the job's matrix names, such as <c>os</c>.</summary>
    public static Runner OfAxis(string axis) => new() { IsHosted = true, Axis = axis };

    /// <summary>A machine of one's own in a group, whose settings say which repositories and workflows may use it. On GitLab the group is a tag.</summary>
    public static Runner InGroup(string group) => new() { Group = group };

    /// <summary>A machine of one's own. It outlives the job, so no workflow that a fork can start may use it.</summary>
    /// <param name="labels">By which the system finds it.</param>
    public static Runner SelfHosted(params ImmutableArray<string> labels) => new(["self-hosted", .. labels]);
}
