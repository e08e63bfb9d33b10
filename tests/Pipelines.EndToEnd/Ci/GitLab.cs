using System.Buffers.Text;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.Ci;

/// <summary>GitLab's schema, and gitlab-ci-local, over CI files.</summary>
internal static partial class GitLab
{
    private const string Name = "gitlab-ci-local";
    private const string CiFile = ".gitlab-ci.yml";

    // Needs that form a circle make gitlab-ci-local spin for ever, deaf to polite signals.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>What GitLab's schema says of files; many cost little more than one.</summary>
    public static async Task<ImmutableArray<Finding>> LintFilesAsync(params IEnumerable<AbsolutePath> files)
    {
        var result = await Checkers.RunAsync("lint-gl.mjs", files.Select(file => (string)file));
        var findings = Finding.Read(result.Output);
        return result.ExitCode == 0 == findings.IsEmpty ? findings : throw new InvalidOperationException($"{result}");
    }

    /// <summary>What the schema and gitlab-ci-local say of the <c>.gitlab-ci.yml</c> of a folder; empty when it is good.</summary>
    /// <param name="variables">As <c>CI_COMMIT_TAG=v1</c>, which decide what rules let in.</param>
    public static async Task<ImmutableArray<Finding>> LintAsync(AbsolutePath folder, params IEnumerable<string> variables)
    {
        var findings = await LintFilesAsync(folder / CiFile);
        return findings.Any(finding => finding.Tool == "circle") ? findings : [.. findings, .. await ChainAsync(folder, Patience, variables)];
    }

    /// <summary>What gitlab-ci-local alone says: its own copy of the schema, what is included, and whether what jobs need is there.</summary>
    public static async Task<ImmutableArray<Finding>> ChainAsync(AbsolutePath folder, TimeSpan patience, params IEnumerable<string> variables)
    {
        using var scratch = new ScratchFolder();
        var shell = await CopyAsync(folder, scratch);
        var options = variables.SelectMany(IEnumerable<string> (variable) => ["--variable", variable]);
        try
        {
            var result = await StartAsync(shell with { Limit = patience }, ["--validate-dependency-chain", .. options]);
            return result.ExitCode == 0 ? [] : [new(Name, folder / CiFile, null, result.Text.Trim())];
        }
        catch (TimeoutException exception)
        {
            return [new(Name, folder / CiFile, null, exception.Message)];
        }
    }

    /// <summary>Executes the pipeline in jobs that see only what artifacts bring.</summary>
    /// <param name="folder">A repository, or a folder that becomes one.</param>
    /// <param name="options">More for gitlab-ci-local: <c>--variable NAME=value</c>, <c>--manual job</c>, or a job with <c>--needs</c>.</param>
    public static Task<CiRun> RunAsync(AbsolutePath folder, params IEnumerable<string> options) => RunAsync(folder, kept: null, options);

    /// <inheritdoc cref="RunAsync(AbsolutePath, IEnumerable{string})"/>
    /// <param name="kept">Folder that keeps artifacts, a folder for each job.</param>
    public static Task<CiRun> RunAsync(AbsolutePath folder, AbsolutePath? kept, params IEnumerable<string> options) =>
        ExecuteAsync(folder, shell => shell, kept, ["--force-shell-executor", "--shell-isolation", .. options]);

    /// <summary>Executes the pipeline in containers, with the servers beside them.</summary>
    /// <param name="docker">Has all images already.</param>
    public static Task<CiRun> RunInContainersAsync(AbsolutePath folder, DockerDaemon docker, AbsolutePath kept, params IEnumerable<string> options) =>
        ExecuteAsync(folder, docker.Beside, kept, ["--pull-policy", "if-not-present", "--helper-image", DockerDaemon.HelperImage, "--wait-image", DockerDaemon.WaitImage, .. options]);

    private static async Task<CiRun> ExecuteAsync(AbsolutePath folder, Func<Shell, Shell> with, AbsolutePath? kept, IEnumerable<string> options)
    {
        using var scratch = new ScratchFolder();
        var shell = with(await CopyAsync(folder, scratch));
        var result = await StartAsync(shell, ["--no-artifacts-to-source", .. options]);
        var artifacts = shell.Folder / ".gitlab-ci-local/artifacts";
        var jobs = Summary().Matches(result.Output).Select(match => Job(match, artifacts)).ToImmutableArray();
        if (kept is not null)
        {
            Directory.CreateDirectory(kept.Parent!);
            await shell.SucceedAsync("mv", artifacts, kept);
        }

        return new(result.ExitCode, jobs, result.Text);
    }

    private static async Task<ShellResult> StartAsync(Shell shell, IEnumerable<string> arguments)
    {
        var program = Checkers.Folder / "node_modules/gitlab-ci-local/dist/index.js";
        return await shell.RunAsync(await Checkers.NodeAsync(), [program, "--no-color", .. arguments]);
    }

    // It leaves files behind, asks git for a default branch, and must not find a server to ask.
    private static async Task<Shell> CopyAsync(AbsolutePath folder, ScratchFolder scratch)
    {
        _ = Needs.Program("git", package: "git");
        _ = Needs.Program("rsync", package: "rsync");
        var copy = scratch / "copy";
        var shell = new Shell(scratch.Path) { Limit = TimeSpan.FromMinutes(4) };
        if (Directory.Exists(folder / ".git"))
        {
            await shell.SucceedAsync("git", "clone", "--quiet", "--branch", "main", $"file://{folder}", copy);
            await (shell with { Folder = copy }).SucceedAsync("git", "remote", "set-url", "origin", "https://gitlab.invalid/octo/app.git");
        }
        else
        {
            await shell.SucceedAsync("cp", "--archive", folder, copy);
            await shell.SucceedAsync("git", "init", "--quiet", "--initial-branch", "main", copy);
            await (shell with { Folder = copy }).SucceedAsync("git", "remote", "add", "origin", "https://gitlab.invalid/octo/app.git");
        }

        shell = shell with { Folder = copy };
        await shell.SucceedAsync("git", "add", "--all");
        await shell.SucceedAsync("git", "-c", "user.name=octo", "-c", "user.email=octo@example.com", "commit", "--quiet", "--allow-empty", "--message", "as it is");
        await shell.SucceedAsync("git", "update-ref", "refs/remotes/origin/main", "HEAD");
        await shell.SucceedAsync("git", "remote", "set-head", "origin", "main");
        return shell;
    }

    private static CiJob Job(Match match, AbsolutePath artifacts)
    {
        var name = match.Groups["name"].Value;
        var folder = artifacts / FolderOf(name);
        var reports = folder / ".gitlab-ci-reports/dotenv";
        return new(name, match.Groups["result"].Value switch { "PASS" => "success", "WARN" => "warning", _ => "failure" })
        {
            CoveragePercent = match.Groups["coverage"] is { Success: true, Value: var percent } ? double.Parse(percent, CultureInfo.InvariantCulture) : null,
            Artifacts = Directory.Exists(folder) ? [new(name, Hashes(folder))] : [],
            Outputs = Directory.Exists(reports) ? Dotenv(reports) : ImmutableDictionary<string, string>.Empty,
        };
    }

    /// <summary>Name of the folder with what a job left.</summary>
    public static string FolderOf(string job) => OddLetters().Replace(job, odd => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(odd.Value)));

    // Reports are for GitLab itself, not for the jobs that follow.
    private static ImmutableDictionary<string, string> Hashes(AbsolutePath folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(folder, file))
        .Where(file => !file.StartsWith(".gitlab-ci-reports", StringComparison.Ordinal))
        .ToImmutableDictionary(file => file, file => Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(folder / file))), StringComparer.Ordinal);

    private static ImmutableDictionary<string, string> Dotenv(AbsolutePath folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .SelectMany(File.ReadAllLines)
        .Select(line => line.Split('=', 2))
        .Where(pair => pair.Length == 2)
        .ToImmutableDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);

    [GeneratedRegex(@"^ (?<result>PASS|WARN|FAIL)  (?<name>.+?) *(?:(?<coverage>[\d.]+)% coverage)? *(?:(?:pre|after)_script)? *$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Summary();

    // Its folders are named by the job, with what file systems might not take in Base64.
    [GeneratedRegex("[^-_a-zA-Z0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OddLetters();
}
