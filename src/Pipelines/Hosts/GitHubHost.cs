namespace Pipelines.Hosts;

/// <summary>Groups and annotations in the workflow commands of GitHub Actions.</summary>
internal sealed class GitHubHost(TextWriter output, HostSettings settings) : TextHost(output, settings)
{
    public override void Open(string target) => Output.WriteLine($"::group::{Data(target)}");

    public override void Line(string? target, LogLevel level, string text) => Output.WriteLine(level switch
    {
        LogLevel.Warning => $"::warning title={Property(target ?? "Build")}::{Data(text)}",
        LogLevel.Error => $"::error title={Property(target ?? "Build")}::{Data(text)}",
        _ => Harmless(text),
    });

    public override void Close(TargetOutcome outcome)
    {
        Output.WriteLine("::endgroup::");
        Output.WriteLine(outcome.Status == TargetStatus.Failed
            ? $"::error title={Property($"{outcome.Name} failed")}::{Data(outcome.Reason ?? "")}"
            : Harmless(OutcomeText.Sentence(outcome)));
    }

    // What a program prints must not be taken for a command of ours; the invisible character keeps the runner from seeing one.
    protected override string Harmless(string text) => string.Join(
        '\n',
        text.Split('\n').Select(line => line.TrimStart().StartsWith("::", StringComparison.Ordinal) ? $"\u200B{line}" : line))
        .Replace("##[", "#\u200B#[", StringComparison.Ordinal);

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
