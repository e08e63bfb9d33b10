using System.Text.RegularExpressions;
using Pipelines.EndToEnd.Harness;

namespace Pipelines.EndToEnd.Ci;

/// <summary>What the generated files of a repository let a job run, for a test that does it in place of a CI system.</summary>
internal static partial class GeneratedJob
{
    /// <summary>Runs the shell lines of a job of <c>.github/workflows/delivery.yml</c>, as GitHub's shell does.</summary>
    public static Task<ShellResult> RunOfGitHubAsync(Clone clone, string job) =>
        RunAsync(clone, Steps().Matches(Job(clone.Folder / ".github/workflows/delivery.yml", $"  {job}:")).Select(match => match.Groups["line"].Value));

    /// <summary>Runs the script of a job of <c>.gitlab-ci.yml</c>.</summary>
    public static Task<ShellResult> RunOfGitLabAsync(Clone clone, string job) =>
        RunAsync(clone, Items().Matches(Script().Match(Job(clone.Folder / ".gitlab-ci.yml", $"{job}:")).Value).Select(match => match.Groups["line"].Value));

    private static Task<ShellResult> RunAsync(Clone clone, IEnumerable<string> lines)
    {
        string[] all = [.. lines];
        return all.Length > 0
            ? clone.Shell.With("CI", "true").RunAsync("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", string.Join('\n', all))
            : throw new InvalidOperationException("The job has no lines.");
    }

    // From its key to the next that is not further in.
    private static string Job(AbsolutePath file, string key)
    {
        var depth = key.Length - key.TrimStart().Length;
        var lines = File.ReadAllLines(file).SkipWhile(line => line != key).Skip(1).TakeWhile(line => line.Length == 0 || line.TakeWhile(letter => letter == ' ').Count() > depth);
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"^ +run: (?<line>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Steps();

    [GeneratedRegex(@"^  script:\n(    - .+\n?)+", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Script();

    [GeneratedRegex(@"^    - (?<line>.+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Items();
}
