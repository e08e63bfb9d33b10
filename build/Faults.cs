using System.Collections.Immutable;
using System.Globalization;
using Pipelines;

/// <summary>Fault knobs of the storefront from one option: <c>errors=0.3,errors-after=500</c> is <c>Faults__Errors=0.3</c> and <c>Faults__ErrorsAfter=500</c>.</summary>
internal static class Faults
{
    private static readonly string[] Known = ["errors", "errors-after", "latency", "latency-after", "never-ready", "slow-start", "crash-at-start", "crash-after"];

    public static ImmutableSortedDictionary<string, string> Settings(string text)
    {
        var settings = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var fault in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = fault.Split('=', 2) is [var left, var right] ? (left, right) : (fault, "true");
            settings[$"Faults__{Variable(name)}"] = value;
        }

        return settings.ToImmutable();
    }

    private static string Variable(string name) => Known.Contains(name, StringComparer.Ordinal)
        ? string.Concat(name.Split('-').Select(word => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..]))
        : throw new DefinitionException($"--storefront-faults: '{name}' is no fault of the storefront. Faults: {string.Join(", ", Known)}.");
}
