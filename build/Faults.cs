using System.Collections.Immutable;
using System.Globalization;

/// <summary>Fault knobs of the storefront from one option: <c>errors=0.3,errors-after=500</c> is <c>Faults__Errors=0.3</c> and <c>Faults__ErrorsAfter=500</c>.</summary>
/// <param name="Settings">Variables of the service.</param>
internal sealed record Faults(ImmutableSortedDictionary<string, string> Settings)
{
    private static readonly string[] Known = ["errors", "errors-after", "latency", "latency-after", "never-ready", "slow-start", "crash-at-start", "crash-after"];

    /// <exception cref="FormatException">The storefront has no such fault.</exception>
    public static Faults Parse(string text)
    {
        var faults = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(fault => fault.Split('=', 2)).ToArray();
        if (Array.Find(faults, fault => !Known.Contains(fault[0], StringComparer.Ordinal)) is [var unknown, ..])
        {
            throw new FormatException($"'{unknown}' is no fault of the storefront. Its faults: {string.Join(", ", Known)}.");
        }
        return new(faults.ToImmutableSortedDictionary(fault => $"Faults__{Variable(fault[0])}", fault => fault is [_, var value] ? value : "true", StringComparer.Ordinal));
    }

    private static string Variable(string name) => string.Concat(name.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]));
}
