namespace Pipelines.Tools;

/// <summary>Git's commands for a build; none waits for a person.</summary>
public static class Git
{
    /// <summary>A git command whose output is an answer and not for the log; it takes no lock.</summary>
    public static Command Query(params ReadOnlySpan<string> arguments) => (Of(new CommandWords(arguments)) with { Quiet = true }).WithVariable("GIT_OPTIONAL_LOCKS", "0");

    /// <summary>Copies a repository into a folder.</summary>
    public static Command Clone(string repository, AbsolutePath folder, GitClone? options = null) => Of((options ?? new()).Words(new("clone")).Word("--").Word(repository).Word(folder));

    /// <summary>Gets what is new on the remote.</summary>
    public static Command Fetch(string remote = "origin", GitFetch? options = null) => Of((options ?? new()).Words(new("fetch")).Word(remote));

    /// <summary>What differs from the commit, a line a file, for programs.</summary>
    public static Command Status() => Query("status", "--porcelain");

    /// <summary>The nearest tag, with commits since and the id.</summary>
    public static Command Describe(string? match = null) => Query([.. new CommandWords("describe", "--tags", "--long", "--always").Option("--match", match).Of("git").Arguments]);

    /// <summary>Gives the commit a tag with a message.</summary>
    public static Command Tag(string name, string message) => Of(new("tag", "--annotate", "--message", message, name));

    /// <summary>Files go into the next commit; all that changed, unless said.</summary>
    public static Command Add(params ReadOnlySpan<string> files) => Of(files.IsEmpty ? new("add", "--all") : new CommandWords("add", "--").Words([.. files]));

    /// <summary>Makes a commit.</summary>
    public static Command Commit(string message, GitCommit? options = null) => Of((options ?? new()).Words(new("commit", "--message", message)));

    /// <summary>Sends branches and tags.</summary>
    /// <param name="remote">Such as <c>origin</c>.</param>
    /// <param name="reference">Such as <c>main</c> or <c>HEAD:release</c>; what is configured unless set.</param>
    /// <param name="options">How.</param>
    public static Command Push(string remote = "origin", string? reference = null, GitPush? options = null) => Of((options ?? new()).Words(new("push")).Word(remote).Word(reference));

    /// <summary>The full id of a revision.</summary>
    public static Command RevParse(string revision = "HEAD") => Query("rev-parse", "--verify", revision);

    /// <summary>Commits, the newest first.</summary>
    public static Command Log(GitLog? options = null) => Query([.. (options ?? new()).Words(new("log")).Of("git").Arguments]);

    /// <summary>Changes since a revision, or between two such as <c>v1.0.0..HEAD</c>.</summary>
    public static Command Diff(string? range = null, GitDiff? options = null) => Query([.. (options ?? new()).Words(new("diff")).Word(range).Of("git").Arguments]);

    private static Command Of(CommandWords words) => words.Of("git").WithVariable("GIT_TERMINAL_PROMPT", "0");
}
