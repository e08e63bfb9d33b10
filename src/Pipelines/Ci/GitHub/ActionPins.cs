using System.Collections.Immutable;

namespace Pipelines.Ci.GitHub;

/// <summary>
/// The one table of actions. A newer version that a bot wrote into a committed file is taken from there, so that its change stays;
/// an older one, one that is not pinned, or another action is no bump, and is written over.
/// </summary>
internal sealed class ActionPins
{
    private const int CommitLength = 40;
    private readonly Dictionary<string, ActionPin> _pins = new(StringComparer.OrdinalIgnoreCase);

    private ActionPins(IEnumerable<ActionPin> pins)
    {
        foreach (var pin in pins)
        {
            if (!_pins.TryGetValue(pin.Action, out var known) || Numbers(pin.Version) > Numbers(known.Version))
            {
                _pins[pin.Action] = pin;
            }
        }
    }

    public static ImmutableArray<ActionPin> Known { get; } =
    [
        new("actions/checkout", "v7.0.1", "3d3c42e5aac5ba805825da76410c181273ba90b1"),
        new("actions/setup-dotnet", "v6.0.0", "a98b56852c35b8e3190ac28c8c2271da59106c68"),
        new("actions/cache", "v5.0.5", "27d5ce7f107fe9357f9df03efb73ab90386fccae"),
        new("actions/upload-artifact", "v7.0.0", "bbbca2ddaa5d8feaa63e36b76fdaad77386f024f"),
        new("actions/download-artifact", "v8.0.1", "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c"),
        new("actions/attest-build-provenance", "v4.1.0", "a2bbfa25375fe432b6a289bc6b6cd05ecd0c4c32"),
        new("NuGet/login", "v1.2.0", "8d196754b4036150537f80ac539e15c2f1028841"),
        new("docker/login-action", "v4.1.0", "4907a6ddec9925e35a0a9e82d7399ccc52663121"),
        new("docker/build-push-action", "v7.3.0", "53b7df96c91f9c12dcc8a07bcb9ccacbed38856a"),
        new("aws-actions/configure-aws-credentials", "v6.2.3", "e6de054238d6b7531b4efff3b6587d9aade6a06c"),
        new("step-security/harden-runner", "v2.20.1", "b09bb98e06d4d774595224525879c09bc6e98c40"),
    ];

    /// <summary>The known ones, and newer ones of files that stand there.</summary>
    public static ActionPins Of(IEnumerable<string> present) => new(Known.Concat(present.SelectMany(Read)));

    public ActionPin? Find(string action) => _pins.GetValueOrDefault(action);

    /// <summary>Whether it names an action by a commit, or one of this repository.</summary>
    public static bool IsPinned(string uses) => uses.StartsWith("./", StringComparison.Ordinal)
        || (uses.Split('@') is [_, { Length: CommitLength } commit] && commit.All(char.IsAsciiHexDigitLower));

    // A step's own line with a whole commit and an exact version, of an action of the table: nothing else is a bump.
    private static IEnumerable<ActionPin> Read(string text)
    {
        foreach (var line in text.Split('\n'))
        {
            if (line.Trim().TrimStart('-').TrimStart().Split(' ') is ["uses:", var uses, "#", var version] && uses.Split('@') is [var action, var commit] && IsPinned(uses) && Numbers(version) is not null
                && Known.FirstOrDefault(pin => pin.Action.Equals(action, StringComparison.OrdinalIgnoreCase)) is { } known)
            {
                yield return known with { Version = version, Commit = commit };
            }
        }
    }

    // v10 is newer than v9; a moving version such as v8, or a preview, is none.
    private static Version? Numbers(string version) => version is ['v', .. var numbers] && numbers.All(letter => char.IsAsciiDigit(letter) || letter == '.')
        && Version.TryParse(numbers, out var read) && read is { Build: >= 0, Revision: < 0 } ? read : null;
}
