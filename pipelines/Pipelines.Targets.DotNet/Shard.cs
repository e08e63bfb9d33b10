using System.Globalization;

namespace Pipelines.Targets.DotNet;

/// <summary>One of several equal shares of the tests; together the shares are all tests, and no test is in two.</summary>
public sealed record Shard
{
    private const int Most = 1000;

    private Shard(int index, int total)
    {
        Index = index;
        Total = total;
    }

    /// <summary>Which share; the first is 1.</summary>
    public int Index { get; }

    /// <summary>How many shares there are.</summary>
    public int Total { get; }

    /// <summary>For names of files and folders: <c>2-of-4</c>.</summary>
    public string FileName => string.Create(CultureInfo.InvariantCulture, $"{Index}-of-{Total}");

    /// <summary>Reads <c>2/4</c>.</summary>
    /// <exception cref="FormatException">The text is no share, or one that cannot be.</exception>
    public static Shard Parse(string text) =>
        text.Split('/', StringSplitOptions.TrimEntries) is [var index, var total] && Number(index) is { } left && Number(total) is { } right && left >= 1 && left <= right && right <= Most
            ? new(left, right)
            : throw new FormatException($"'{text}' is no shard. Give one such as 2/4, from 1/4 to 4/4, of at most {Most}.");

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Index}/{Total}");

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
