namespace Pipelines.EndToEnd.Harness;

/// <summary>How a command ended and what it wrote.</summary>
/// <param name="Command">The words of the command, for messages.</param>
/// <param name="ExitCode">128 plus the signal when one ended it.</param>
/// <param name="Output">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Duration">From start to end.</param>
internal sealed record ShellResult(string Command, int ExitCode, string Output, string Error, TimeSpan Duration)
{
    /// <summary>Everything a person would have seen, for messages and searches.</summary>
    public string Text => $"{Output}{Error}";

    /// <summary>What to show when the result is not as it should be.</summary>
    public override string ToString() => $"{Command}\nexit code {ExitCode} after {Duration.TotalSeconds:0.0} s\n--- output\n{Output}\n--- error\n{Error}";
}
