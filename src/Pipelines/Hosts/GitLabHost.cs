using System.Globalization;

namespace Pipelines.Hosts;

/// <summary>Collapsible sections of GitLab's job log; a failed target's section stays open.</summary>
internal sealed class GitLabHost(TextWriter output, HostSettings settings, TimeProvider time) : TextHost(output, settings)
{
    private const string Clear = "\e[0K";
    private const string Red = "\e[31m";
    private const string Yellow = "\e[33m";
    private const string Reset = "\e[0m";

    public override void Open(string target) => Output.WriteLine($"{Clear}section_start:{Now}:{Section(target)}\r{Clear}{target}");

    public override void Line(string? target, LogLevel level, string text) => Output.WriteLine(level switch
    {
        LogLevel.Warning => $"{Yellow}warning: {text}{Reset}",
        LogLevel.Error => $"{Red}error: {text}{Reset}",
        _ => text,
    });

    public override void Close(TargetOutcome outcome)
    {
        Output.WriteLine($"{Clear}section_end:{Now}:{Section(outcome.Name)}\r{Clear}");
        Output.WriteLine(outcome.Status == TargetStatus.Failed ? $"{Red}{OutcomeText.Sentence(outcome)}{Reset}" : OutcomeText.Sentence(outcome));
    }

    private string Now => time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

    private static string Section(string target) =>
        string.Concat(target.Select(character => char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character) : '_'));
}
