using System.Collections.Immutable;
using System.Text;
using Pipelines.Delivery.Planning;
using Pipelines.Delivery.Releases;

namespace Pipelines.Delivery.Reporting;

/// <summary>A rollout to one stage for people who were not there: what is planned while it runs, how it ended when it has.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Stage">Name of the stage.</param>
public sealed record StageReport(string Service, string Stage)
{
    /// <summary>Forward or back.</summary>
    public Purpose Purpose { get; init; }

    /// <summary>What comes; null where it did not come so far.</summary>
    public Release? Release { get; init; }

    /// <summary>What had the traffic before; null when nothing had.</summary>
    public Release? Before { get; init; }

    /// <summary>The steps in words; empty when no rollout began.</summary>
    public ImmutableArray<string> Plan { get; init; } = [];

    /// <summary>Where the stage answers; null when it does not yet.</summary>
    public Uri? Url { get; init; }

    /// <summary>How the rollout ended; null while it runs, and when none began.</summary>
    public Outcome? Outcome { get; init; }

    /// <summary>The release is to blame for the way back.</summary>
    public bool IsRejected { get; init; }

    /// <summary>One of <see cref="ExitCodes"/>; null while it runs.</summary>
    public int? ExitCode { get; init; }

    /// <summary>What happened, why, and what to do next; empty while it runs.</summary>
    public string Message { get; init; } = "";

    /// <summary>It is over.</summary>
    public bool HasEnded => ExitCode is not null;

    /// <summary>One line: sign, service, stage, release and state.</summary>
    public string Title => $"{Sign} {Service} → {Stage}{(Release is null ? "" : $": {Release}")} {State}";

    /// <summary>For a comment or a page.</summary>
    /// <param name="log">The page with the log; null leaves it out.</param>
    public string ToMarkdown(Uri? log)
    {
        var text = new StringBuilder($"### {MarkdownText.Plain(Title)}\n\n");
        foreach (var line in Message.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            text.Append(MarkdownText.Plain(line)).Append("\n\n");
        }

        Row(text, "Commit", Release?.Commit);
        Row(text, "Before", Before?.ToString());
        Row(text, "Address", Url?.AbsoluteUri);
        Row(text, "Log", log?.AbsoluteUri);
        if (!Plan.IsEmpty)
        {
            text.Append('\n').Append(MarkdownText.Block("Plan", string.Join('\n', Plan), isOpen: !HasEnded));
        }

        return text.ToString();
    }

    private string Sign => this switch
    {
        { HasEnded: false } => "⏳",
        { ExitCode: ExitCodes.Success } => "✅",
        { Outcome: Planning.Outcome.RolledBack } => "↩️",
        _ => "❌",
    };

    private string State => this switch
    {
        { HasEnded: false } => Purpose == Purpose.Rollback ? "comes back" : "comes",
        { ExitCode: ExitCodes.Success, Purpose: Purpose.Rollback } => "is back",
        { ExitCode: ExitCodes.Success } => "is verified good",
        { Outcome: Planning.Outcome.RolledBack, IsRejected: true } => "was rejected and rolled back",
        { Outcome: Planning.Outcome.RolledBack } => "was given up and rolled back",
        { Outcome: Planning.Outcome.RollbackFailed } => "was rejected, and the way back did not end",
        { ExitCode: ExitCodes.Locked } => "had to stay away",
        { Plan.IsEmpty: true } => "did not begin",
        _ => "broke off",
    };

    private static void Row(StringBuilder text, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            text.Append($"- {name}: {MarkdownText.Plain(value)}\n");
        }
    }
}
