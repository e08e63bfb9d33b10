using System.Globalization;
using NuGet.Versioning;

namespace Pipelines.Tools;

/// <summary>Draws the version from tags and height: <c>v1.2.3</c> itself is 1.2.3, four commits later it is <c>1.2.4-alpha.0.4</c>.</summary>
internal static class HistoryVersion
{
    private const int ShortCommit = 9;

    /// <summary>The tag is <c>v</c> and a version of SemVer 2.0.</summary>
    public static bool IsVersionTag(string tag) => tag.StartsWith('v') && SemanticVersion.TryParse(tag[1..], out _);

    /// <summary>The version of the sources; its build metadata is the commit, with <c>dirty</c> when something differs from it.</summary>
    public static SemanticVersion Of(GitFacts facts)
    {
        var metadata = (facts.Commit is { } commit ? commit[..Math.Min(ShortCommit, commit.Length)] : "unknown") + (facts.IsDirty ? ".dirty" : "");
        if (facts.VersionTag is not { } tag)
        {
            return new(0, 1, 0, Labels(["alpha", "0"], facts.Height), metadata);
        }

        var tagged = SemanticVersion.Parse(tag[1..]);
        return (facts.Height, tagged.IsPrerelease) switch
        {
            (0, _) => new(tagged.Major, tagged.Minor, tagged.Patch, tagged.ReleaseLabels, metadata),
            (_, true) => new(tagged.Major, tagged.Minor, tagged.Patch, Labels(tagged.ReleaseLabels, facts.Height), metadata),
            _ => new(tagged.Major, tagged.Minor, tagged.Patch + 1, Labels(["alpha", "0"], facts.Height), metadata),
        };
    }

    private static IEnumerable<string> Labels(IEnumerable<string> labels, int height) => [.. labels, height.ToString(CultureInfo.InvariantCulture)];
}
