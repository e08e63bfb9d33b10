namespace Pipelines.Hosts;

/// <summary>Groups and annotations in the workflow commands of GitHub Actions.</summary>
/// <param name="output">The job's log.</param>
/// <param name="settings">What every host needs.</param>
/// <param name="root">Annotations name files from here.</param>
internal sealed class GitHubHost(TextWriter output, HostSettings settings, AbsolutePath root) : TextHost(output, settings)
{
    private readonly HashSet<Diagnostic> _annotated = [];

    public override void Open(string target) => Output.WriteLine($"::group::{Data(target)}");

    public override void Line(string? target, LogLevel level, string text) => Output.WriteLine(level switch
    {
        // MSBuild says each again in its summary: the second time it is a line like any other.
        _ when Diagnostic.Read(text) is { } found && _annotated.Add(found) => Annotation(found),
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

    private string Annotation(Diagnostic found)
    {
        var column = found.Column.Length > 0 ? $",col={found.Column}" : "";
        return $"::{(found.IsError ? "error" : "warning")} file={Property(found.PathFrom(root))},line={found.Line}{column},title={Property(found.Code)}::{Data(found.Message)}";
    }

    private static string Data(string text) => text
        .Replace("%", "%25", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text)
        .Replace(":", "%3A", StringComparison.Ordinal)
        .Replace(",", "%2C", StringComparison.Ordinal);
}
