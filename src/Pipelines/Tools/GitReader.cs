using System.Globalization;
using NuGet.Versioning;

namespace Pipelines.Tools;

/// <summary>Asks git with two processes, and a third only on a tag or without any.</summary>
internal sealed class GitReader(AbsolutePath root, ICommandRunner runner)
{
    private const int TagsToTry = 8;

    /// <summary>All facts.</summary>
    public async Task<GitRepository> ReadAsync(CancellationToken cancellationToken)
    {
        var repository = new GitRepository(root);
        try
        {
            var describing = AskAsync(Describe([]), cancellationToken);
            var status = await AskAsync(Git.Query("status", "--porcelain=v2", "--branch", "--untracked-files=normal"), cancellationToken);
            var described = await describing;
            if (status.ExitCode != 0)
            {
                return repository with { Problem = string.Join(' ', status.Error) };
            }

            repository = ReadStatus(repository, status.Output);
            return repository.Commit is null
                ? repository with { Problem = "There is no commit yet." }
                : await ReadTagAsync(repository, described, cancellationToken);
        }
        catch (TargetFailedException exception)
        {
            return repository with { Problem = exception.Message };
        }
    }

    private static Command Describe(IEnumerable<string> excluded) =>
        Git.Query("describe", "--tags", "--long", "--abbrev=40", "--match", "v[0-9]*").With([.. excluded.SelectMany(tag => new[] { "--exclude", tag })]);

    private static GitRepository ReadStatus(GitRepository repository, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            repository = line.Split(' ') switch
            {
                ["#", "branch.oid", "(initial)"] => repository,
                ["#", "branch.oid", var commit] => repository with { Commit = commit },
                ["#", "branch.head", "(detached)"] => repository,
                ["#", "branch.head", var branch] => repository with { Branch = branch },
                ["#", ..] => repository,
                _ => repository with { IsDirty = true },
            };
        }

        return repository;
    }

    // Tags such as v1 or v1.2.3.4 match the glob but are no version: the next older one is asked for.
    private async Task<GitRepository> ReadTagAsync(GitRepository repository, CommandResult described, CancellationToken cancellationToken)
    {
        var excluded = new List<string>();
        while (described is { ExitCode: 0, Output: [var answer, ..] } && excluded.Count < TagsToTry)
        {
            var parts = answer.Split('-');
            var (tag, height) = (string.Join('-', parts[..^2]), int.Parse(parts[^2], CultureInfo.InvariantCulture));
            if (height == 0)
            {
                var tags = await AskAsync(Git.Query("tag", "--points-at", "HEAD"), cancellationToken);
                tag = tags.Output.Where(HistoryVersion.IsVersionTag).MaxBy(candidate => SemanticVersion.Parse(candidate[1..])) ?? tag;
            }

            if (HistoryVersion.IsVersionTag(tag))
            {
                return repository with { VersionTag = tag, Height = height };
            }

            excluded.Add(tag);
            described = await AskAsync(Describe(excluded), cancellationToken);
        }

        return await CountAsync(repository, cancellationToken);
    }

    private async Task<GitRepository> CountAsync(GitRepository repository, CancellationToken cancellationToken)
    {
        var shallow = AskAsync(Git.Query("rev-parse", "--is-shallow-repository"), cancellationToken);
        var count = await AskAsync(Git.Query("rev-list", "--count", "HEAD"), cancellationToken);
        return repository with
        {
            Height = count.Output is [var number, ..] && int.TryParse(number, CultureInfo.InvariantCulture, out var height) ? height : 0,
            IsShallow = (await shallow).Output is ["true", ..],
        };
    }

    private Task<CommandResult> AskAsync(Command question, CancellationToken cancellationToken) =>
        runner.RunAsync(question with { WorkingDirectory = root, SuccessCodes = [] }, cancellationToken);
}
