using System.Collections.Immutable;
using System.Globalization;
using NuGet.Versioning;

namespace Pipelines.Tools;

/// <summary>Asks git with four processes at a time, and more only without a version tag.</summary>
internal sealed class GitReader(AbsolutePath root, ICommandRunner runner)
{
    private const int TagsToTry = 8;

    /// <summary>All facts.</summary>
    public async Task<GitFacts> ReadAsync(CancellationToken cancellationToken)
    {
        var facts = new GitFacts();
        try
        {
            var describing = AskAsync(Describe([]), cancellationToken);
            var tags = AskAsync(Git.Query("tag", "--points-at", "HEAD"), cancellationToken);
            var remote = AskAsync(Git.Query("config", "--get", "remote.origin.url"), cancellationToken);
            var status = await AskAsync(Git.Query("status", "--porcelain=v2", "--branch", "--untracked-files=normal"), cancellationToken);
            var described = await describing;
            facts = facts with { Tags = Lines(await tags), Remote = Lines(await remote) is [var url, ..] ? WithoutPassword(url) : null };
            if (status.ExitCode != 0)
            {
                return facts with { Problem = string.Join(' ', status.Error) };
            }

            facts = ReadStatus(facts, status.Output);
            return facts.Commit is null
                ? facts with { Problem = "There is no commit yet." }
                : await ReadTagAsync(facts, described, cancellationToken);
        }
        catch (TargetFailedException exception)
        {
            return facts with { Problem = exception.Message };
        }
    }

    private static ImmutableArray<string> Lines(CommandResult answer) => answer.ExitCode == 0 ? answer.Output : [];

    // CI systems write a token into the address of the remote.
    private static string WithoutPassword(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.UserInfo.Length > 0 ? url.Replace(address.UserInfo + "@", "", StringComparison.Ordinal) : url;

    private static Command Describe(IEnumerable<string> excluded) =>
        Git.Query("describe", "--tags", "--long", "--abbrev=40", "--match", "v[0-9]*").With([.. excluded.SelectMany(tag => new[] { "--exclude", tag })]);

    private static GitFacts ReadStatus(GitFacts facts, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            facts = line.Split(' ') switch
            {
                ["#", "branch.oid", "(initial)"] => facts,
                ["#", "branch.oid", var commit] => facts with { Commit = commit },
                ["#", "branch.head", "(detached)"] => facts,
                ["#", "branch.head", var branch] => facts with { Branch = branch },
                ["#", ..] => facts,
                _ => facts with { IsDirty = true },
            };
        }

        return facts;
    }

    // Tags such as v1 or v1.2.3.4 match the glob but are no version: the next older one is asked for.
    private async Task<GitFacts> ReadTagAsync(GitFacts facts, CommandResult described, CancellationToken cancellationToken)
    {
        var excluded = new List<string>();
        while (described is { ExitCode: 0, Output: [var answer, ..] } && excluded.Count < TagsToTry)
        {
            var parts = answer.Split('-');
            var (tag, height) = (string.Join('-', parts[..^2]), int.Parse(parts[^2], CultureInfo.InvariantCulture));
            if (height == 0)
            {
                tag = facts.Tags.Where(HistoryVersion.IsVersionTag).MaxBy(candidate => SemanticVersion.Parse(candidate[1..])) ?? tag;
            }

            if (HistoryVersion.IsVersionTag(tag))
            {
                return facts with { VersionTag = tag, Height = height };
            }

            excluded.Add(tag);
            described = await AskAsync(Describe(excluded), cancellationToken);
        }

        return await CountAsync(facts, cancellationToken);
    }

    private async Task<GitFacts> CountAsync(GitFacts facts, CancellationToken cancellationToken)
    {
        var shallow = AskAsync(Git.Query("rev-parse", "--is-shallow-repository"), cancellationToken);
        var count = await AskAsync(Git.Query("rev-list", "--count", "HEAD"), cancellationToken);
        return facts with
        {
            Height = count.Output is [var number, ..] && int.TryParse(number, CultureInfo.InvariantCulture, out var height) ? height : 0,
            IsShallow = (await shallow).Output is ["true", ..],
        };
    }

    private Task<CommandResult> AskAsync(Command question, CancellationToken cancellationToken) =>
        runner.RunAsync(question with { WorkingDirectory = root, SuccessCodes = [] }, cancellationToken);
}
