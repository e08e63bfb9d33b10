using System.Collections.Immutable;
using System.Text.Json;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Ci;

/// <summary>GitHub's own programs, and actionlint, over workflow files.</summary>
internal static class GitHub
{
    /// <summary>Everything that two linters find; empty when the files are good. Many files cost little more than one.</summary>
    public static async Task<ImmutableArray<Finding>> LintAsync(params IEnumerable<AbsolutePath> files)
    {
        var result = await Checkers.RunAsync("lint-gh.mjs", files.Select(file => (string)file));
        var findings = Finding.Read(result.Output);
        return result.ExitCode == 0 == findings.IsEmpty ? findings : throw new InvalidOperationException($"{result}");
    }

    /// <summary>Executes a workflow: each job starts in an empty folder, and a checkout brings what is committed.</summary>
    /// <param name="source">A repository, or a folder that is copied as it is.</param>
    /// <param name="start">What starts it; a push to <c>main</c> unless given.</param>
    /// <param name="kept">Folder that keeps what was uploaded, a folder for each artifact.</param>
    /// <exception cref="InvalidOperationException">GitHub's parser refused the file, or the event does not start it.</exception>
    public static async Task<CiRun> RunAsync(AbsolutePath workflow, AbsolutePath source, GitHubEvent? start = null, AbsolutePath? kept = null)
    {
        using var scratch = new ScratchFolder();
        var report = scratch / "jobs.jsonl";
        var result = await Checkers.RunAsync("ghrun.mjs", [workflow, "--source", source, "--report", report, "--artifacts", kept ?? scratch / "artifacts", .. (start ?? new()).Options()]);
        if (!File.Exists(report))
        {
            throw new InvalidOperationException($"{result}");
        }

        return new(result.ExitCode, [.. (await File.ReadAllLinesAsync(report)).Select(Job)], result.Text);
    }

    private static CiJob Job(string line) => JsonSerializer.Deserialize<CiJob>(line, JsonSerializerOptions.Web)!;
}
