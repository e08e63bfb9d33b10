using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>A job while targets are parted.</summary>
/// <param name="settings">What its author said.</param>
/// <param name="begins">Targets at which it begins.</param>
internal sealed class JobDraft(Job settings, ImmutableArray<string> begins)
{
    public Job Settings => settings;

    public ImmutableArray<string> Begins { get; set; } = begins;
}
