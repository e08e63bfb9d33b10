using NuGet.Versioning;

namespace Pipelines.Tools;

/// <summary>What git says of the sources, read once.</summary>
/// <param name="Root">Folder that was asked about.</param>
public sealed record GitRepository(AbsolutePath Root)
{
    /// <summary>Full id of the commit; null without history.</summary>
    public string? Commit { get; init; }

    /// <summary>Null when a commit is checked out in place of a branch, as most CI systems do.</summary>
    public string? Branch { get; init; }

    /// <summary>Something differs from the commit; files that git does not know count, ignored ones do not.</summary>
    public bool IsDirty { get; init; }

    /// <summary>The newest version tag (<c>v1.2.3</c>) in the history; of several on one commit, the highest.</summary>
    public string? VersionTag { get; init; }

    /// <summary>Commits since <see cref="VersionTag"/>, or in all when there is none.</summary>
    public int Height { get; init; }

    /// <summary>The clone has not the whole history, so without a tag <see cref="Height"/> counts what is there.</summary>
    public bool IsShallow { get; init; }

    /// <summary>Why git had no answer, such as a folder without history; null when all is well.</summary>
    public string? Problem { get; init; }

    /// <summary>The version that the history gives.</summary>
    public SemanticVersion Version => HistoryVersion.Of(this);

    /// <summary>Asks git about a folder; one without git or history gives <see cref="Problem"/>, never an exception.</summary>
    public static Task<GitRepository> ReadAsync(AbsolutePath root, ICommandRunner runner, CancellationToken cancellationToken) =>
        new GitReader(root, runner).ReadAsync(cancellationToken);
}
