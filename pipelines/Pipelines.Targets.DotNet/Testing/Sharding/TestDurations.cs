using System.Collections.Frozen;
using System.Globalization;

namespace Pipelines.Targets.DotNet.Testing.Sharding;

/// <summary>How long the tests of classes took in some earlier run, by <c>project/class</c>.</summary>
internal sealed record TestDurations(FrozenDictionary<string, TimeSpan> ByClass)
{
    /// <summary>Nothing known.</summary>
    public static TestDurations None { get; } = new(FrozenDictionary<string, TimeSpan>.Empty);

    /// <summary>What a class that is not known is taken to need; null when none is known.</summary>
    public TimeSpan? Usual => ByClass.Count == 0 ? null : TimeSpan.FromTicks((long)ByClass.Values.Average(duration => duration.Ticks));

    /// <summary>Null when no class of the group is known.</summary>
    public TimeSpan? Of(TestGroup group)
    {
        var known = group.Classes.Select(name => $"{group.Project}/{name}").Where(ByClass.ContainsKey).Select(key => ByClass[key]).ToList();
        return known.Count == 0 ? null : known.Aggregate(TimeSpan.Zero, (sum, duration) => sum + duration);
    }

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    /// <exception cref="FormatException">A line is something else.</exception>
    public static TestDurations Parse(string text) => new(text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(line => !line.StartsWith('#'))
        .Select(line => line.Split('\t') is [var seconds, var key] && double.TryParse(seconds, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)
            ? KeyValuePair.Create(key, TimeSpan.FromSeconds(value))
            : throw new FormatException($"'{line}' is no duration of a class of tests: seconds, a tab, project/class."))
        .ToFrozenDictionary(StringComparer.Ordinal));

    /// <summary>Seconds, a tab and the class, a line each: small differences when it is committed again.</summary>
    public override string ToString() =>
        "# Seconds that tests take, by which shards are balanced; written by ./build.sh RememberTestDurations.\n" +
        string.Concat(ByClass.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.Value.TotalSeconds:0.0}\t{pair.Key}\n")));
}
