using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Releases;

namespace Pipelines.Delivery.Execution;

/// <summary>Where a rollback leads, or why nowhere: exactly one of the two is set.</summary>
internal sealed record RollbackTarget(Release? Release, string Problem)
{
    /// <summary>Only what was verified good is a way back.</summary>
    /// <param name="stage">Name of the stage.</param>
    /// <param name="history">Its ledger.</param>
    /// <param name="current">What has the traffic, or null.</param>
    /// <param name="name">Version or start of a digest, or null for the newest.</param>
    public static RollbackTarget Of(string stage, StageHistory history, Release? current, string? name)
    {
        var good = history.Good.Where(release => release.Digest != current?.Digest).ToArray();
        if (good.Length == 0)
        {
            return new(Release: null, $"{stage}: there is nothing to go back to: no other release was verified good here{(name is null ? "" : $" and is still held to be, '{name}' neither")}. Nothing was changed.");
        }

        if (name is null)
        {
            return new(good[^1], Problem: "");
        }

        var named = good.Where(release => IsNamed(release, name)).ToArray();
        var known = string.Join(", ", good.Reverse().Select(release => release.ToString()));
        return named.Length switch
        {
            1 => new(named[0], Problem: ""),
            0 => new(Release: null, $"{stage}: '{name}' is not a release that was verified good here. Known: {known}. Nothing was changed."),
            _ => new(Release: null, $"{stage}: '{name}' names {named.Length} releases; say the digest: {string.Join(", ", named.Select(release => release.ToString()))}. Nothing was changed."),
        };
    }

    /// <summary>Whether a person who says the name means the release.</summary>
    public static bool IsNamed(Release release, string name) =>
        release.Version == name || release.ShortVersion == name || release.Digest.StartsWith(name, StringComparison.OrdinalIgnoreCase);
}
