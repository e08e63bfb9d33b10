using System.Collections.Immutable;

namespace Pipelines.Targets.DotNet.Security;

/// <summary>Findings that somebody looked at: a shape, a file or a folder with <c>/**</c>, and why.</summary>
internal sealed record SecretAllowList(ImmutableArray<(string Shape, string Place)> Entries)
{
    /// <summary>Nothing is allowed.</summary>
    public static SecretAllowList None { get; } = new([]);

    /// <summary>Reads a line for each entry.</summary>
    /// <exception cref="TargetFailedException">Lines are something else; each is named.</exception>
    public static SecretAllowList Parse(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries).Index().Where(line => line.Item.Length > 0 && !line.Item.StartsWith('#')).ToList();
        var wrong = lines.Where(line => Entry(line.Item) is null).Select(line => $"line {line.Index + 1}: '{line.Item}'").ToList();
        return wrong.Count == 0
            ? new([.. lines.Select(line => Entry(line.Item)!.Value)])
            : throw new TargetFailedException($"The list of allowed secrets has lines that are none: {string.Join(", ", wrong)}. Write SHAPE PLACE # REASON, such as: github-token tests/Login.cs # revoked. Shapes: {string.Join(", ", SecretShapes.All.Select(shape => shape.Name))}.");
    }

    /// <summary>The entry that allows a finding, or null.</summary>
    public (string Shape, string Place)? Allowing(string shape, string file)
    {
        foreach (var entry in Entries)
        {
            if (entry.Shape == shape && (entry.Place == file || (entry.Place.EndsWith("/**", StringComparison.Ordinal) && file.StartsWith(entry.Place[..^2], StringComparison.Ordinal))))
            {
                return entry;
            }
        }

        return null;
    }

    private static (string Shape, string Place)? Entry(string line) =>
        line.Split('#', 2, StringSplitOptions.TrimEntries) is [var entry, { Length: > 0 }]
        && entry.Split(' ', 2, StringSplitOptions.TrimEntries) is [var shape, { Length: > 0 } place]
        && SecretShapes.All.Any(known => known.Name == shape)
            ? (shape, place)
            : null;
}
