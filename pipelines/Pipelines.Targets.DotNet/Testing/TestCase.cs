namespace Pipelines.Targets.DotNet.Testing;

/// <summary>One executed or skipped test.</summary>
/// <param name="Name">With its class and arguments.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why it failed or was skipped; empty for one that passed.</param>
/// <param name="StackTrace">Where it failed; empty elsewhere.</param>
internal sealed record TestCase(string Name, TestOutcome Outcome, string Message, string StackTrace)
{
    private const string Note = "note: ";

    /// <summary>Its class, as the test framework calls it.</summary>
    public string ClassName { get; init; } = "";

    /// <summary>How long it took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>What it wrote.</summary>
    public string Output { get; init; } = "";

    /// <summary>What it wrote for people who read the log, such as <c>note: PostgreSQL 15.18</c>.</summary>
    public IEnumerable<string> Notes => Output.Split('\n', StringSplitOptions.TrimEntries).Where(line => line.StartsWith(Note, StringComparison.Ordinal)).Select(line => line[Note.Length..]);

    /// <summary>The frames of the team's own code, first to last; those of the runtime and the test framework say nothing.</summary>
    public IEnumerable<string> Frames => StackTrace
        .Split('\n', StringSplitOptions.TrimEntries)
        .TakeWhile(line => line.Length > 0 && !line.StartsWith("1)", StringComparison.Ordinal))
        .Where(line => line.StartsWith("at ", StringComparison.Ordinal) && !line.StartsWith("at System.", StringComparison.Ordinal) && !line.StartsWith("at NUnit.", StringComparison.Ordinal));
}
