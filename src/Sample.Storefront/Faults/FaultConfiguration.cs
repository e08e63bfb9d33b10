namespace Sample.Storefront.Faults;

/// <summary>Reads <see cref="FaultOptions"/>, strictly: a fault with a typing error would make a good release of a bad one.</summary>
internal static class FaultConfiguration
{
    private static readonly Dictionary<string, Func<FaultOptions, string, FaultOptions?>> Settings = new(StringComparer.OrdinalIgnoreCase)
    {
        [nameof(FaultOptions.Errors)] = (faults, text) => FaultValue.Ratio(text) is { } value ? faults with { Errors = value } : null,
        [nameof(FaultOptions.ErrorsAfter)] = (faults, text) => FaultValue.Count(text) is { } value ? faults with { ErrorsAfter = value } : null,
        [nameof(FaultOptions.Latency)] = (faults, text) => FaultValue.Duration(text) is { } value ? faults with { Latency = value } : null,
        [nameof(FaultOptions.LatencyAfter)] = (faults, text) => FaultValue.Count(text) is { } value ? faults with { LatencyAfter = value } : null,
        [nameof(FaultOptions.NeverReady)] = (faults, text) => FaultValue.Flag(text) is { } value ? faults with { NeverReady = value } : null,
        [nameof(FaultOptions.SlowStart)] = (faults, text) => FaultValue.Duration(text) is { } value ? faults with { SlowStart = value } : null,
        [nameof(FaultOptions.CrashAtStart)] = (faults, text) => FaultValue.Flag(text) is { } value ? faults with { CrashAtStart = value } : null,
        [nameof(FaultOptions.CrashAfter)] = (faults, text) => FaultValue.Count(text) is { } value ? faults with { CrashAfter = value } : null,
    };

    /// <summary>The faults of a section; none when it is empty.</summary>
    /// <exception cref="StartRefusedException">A name or a value is unknown; the message lists every problem.</exception>
    public static FaultOptions Read(IConfigurationSection section)
    {
        var faults = new FaultOptions();
        var problems = new List<string>();
        if (section.Value is { Length: > 0 } value)
        {
            problems.Add($"{section.Path} is '{value}', but holds settings such as {section.Path}:Errors.");
        }

        foreach (var setting in section.GetChildren())
        {
            if (!Settings.TryGetValue(setting.Key, out var read))
            {
                problems.Add($"{setting.Path} is not known. Known are {string.Join(", ", Settings.Keys)}.");
            }
            else if (read(faults, setting.Value ?? "") is { } next)
            {
                faults = next;
            }
            else
            {
                problems.Add($"{setting.Path} is '{setting.Value}'. Give {FaultValue.Expected(setting.Key)}.");
            }
        }

        return problems.Count == 0 ? faults : throw new StartRefusedException(string.Join('\n', problems), StartRefusedException.Configuration);
    }
}
