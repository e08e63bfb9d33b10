using System.Collections.Immutable;
using NuGet.Versioning;

namespace Pipelines.Tools;

/// <summary>What git says of the sources, read once.</summary>
public sealed class GitRepository
{
    private readonly Lazy<GitFacts> _facts;

    private GitRepository(AbsolutePath root, Func<GitFacts> facts) => (Root, _facts) = (root, new(facts));

    /// <summary>Folder that was asked about.</summary>
    public AbsolutePath Root { get; }

    /// <summary>Full id of the commit; null without history.</summary>
    public string? Commit => _facts.Value.Commit;

    /// <summary>Null when a commit is checked out in place of a branch, as most CI systems do.</summary>
    public string? Branch => _facts.Value.Branch;

    /// <summary>Something differs from the commit; files that git does not know count, ignored ones do not.</summary>
    public bool IsDirty => _facts.Value.IsDirty;

    /// <summary>Tags of the commit itself, by name.</summary>
    public ImmutableArray<string> Tags => _facts.Value.Tags;

    /// <summary>The newest version tag (<c>v1.2.3</c>) in the history; of several on one commit, the highest.</summary>
    public string? VersionTag => _facts.Value.VersionTag;

    /// <summary>Commits since <see cref="VersionTag"/>, or in all when there is none.</summary>
    public int Height => _facts.Value.Height;

    /// <summary>The clone has not the whole history, so without a tag <see cref="Height"/> counts what is there.</summary>
    public bool IsShallow => _facts.Value.IsShallow;

    /// <summary>Where <c>origin</c> is, without user and password; null when there is no such remote.</summary>
    public string? Remote => _facts.Value.Remote;

    /// <summary>Why git had no answer, such as a folder without history; null when all is well.</summary>
    public string? Problem => _facts.Value.Problem;

    /// <summary>The version that the history gives.</summary>
    public SemanticVersion Version => HistoryVersion.Of(_facts.Value);

    /// <summary>Asks git about a folder; one without git or history gives <see cref="Problem"/>, never an exception.</summary>
    public static async Task<GitRepository> ReadAsync(AbsolutePath root, ICommandRunner runner, CancellationToken cancellationToken)
    {
        var facts = await new GitReader(root, runner).ReadAsync(cancellationToken);
        return new(root, () => facts);
    }

    /// <summary>Facts of a folder that are asked for when the first of them is used, which then takes the time of a few short processes.</summary>
    public static GitRepository At(AbsolutePath root, ICommandRunner runner) =>
        new(root, () => new GitReader(root, runner).ReadAsync(CancellationToken.None).GetAwaiter().GetResult());

    /// <summary><see cref="Branch"/> is <c>main</c> or, in older repositories, <c>master</c>.</summary>
    public bool IsOnMainOrMasterBranch() => Branch is "main" or "master";

    /// <inheritdoc/>
    public override string ToString() => Root;
}
