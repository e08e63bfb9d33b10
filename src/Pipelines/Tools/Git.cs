namespace Pipelines.Tools;

/// <summary>Questions to git; none changes the repository or waits for a person.</summary>
public static class Git
{
    /// <summary>A git command whose output is an answer and not for the log.</summary>
    public static Command Query(params ReadOnlySpan<string> arguments) => (Command.Of("git", arguments) with { Quiet = true })
        .WithVariable("GIT_OPTIONAL_LOCKS", "0")
        .WithVariable("GIT_TERMINAL_PROMPT", "0");
}
