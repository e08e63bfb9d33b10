using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>An option of the engine as <c>--help</c> shows it.</summary>
/// <param name="Name">On the command line, with its dashes.</param>
/// <param name="Value">Its value in help, such as <c>N</c>; empty for a switch.</param>
/// <param name="Description">One line.</param>
internal sealed record EngineOption(string Name, string Value, string Description)
{
    /// <summary>Every option of the engine, in the order of <c>--help</c>.</summary>
    public static ImmutableArray<EngineOption> All { get; } =
    [
        new("--help", "", "Show targets and parameters"),
        new("--plan", "[text|json]", "Show what would run, in which order, and what not and why"),
        new("--parallel", "N", "Targets at the same time; as many as cores unless given"),
        new("--no-cache", "", "Run targets also when nothing changed"),
        new("--explain", "TARGET", "Show what changed since the target's last success, by name"),
        new("--continue", "", "Go on where the last run failed"),
        new("--after", "JOB...", "Take what these jobs did as done, with its results and files"),
        new("--job", "NAME", "Leave what this run does in output/jobs/NAME, for --after"),
        new("--cache-dir", "PATH", "Share successes through this folder (or PIPELINES_CACHE); never results that are secret"),
        new("--verbosity", "quiet|normal|verbose", "How much is told"),
        new("--skip", "[TARGET...]", "Leave out these targets, or all that were not named"),
        new("--profile", "NAME...", "Add values of .nuke/parameters.NAME.json"),
        new("--root", "PATH", "Root folder in place of the nearest one with .nuke"),
        new("--completion", "bash|zsh|fish|pwsh", "Print the completion of a shell, as for source <(./build.sh --completion bash)"),
        new("--no-logo", "", "Leave out the first line"),
    ];
}
