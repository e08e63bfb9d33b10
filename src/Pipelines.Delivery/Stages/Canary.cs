using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Stages;

/// <summary>Gives the next release a growing share of the traffic and watches it at each step.</summary>
public sealed record Canary : Strategy
{
    /// <summary>Shares in percent, rising, the last 100; 5, 20, 50, 100 unless set.</summary>
    public ImmutableArray<int> Percents { get; init; } = [5, 20, 50, 100];

    /// <summary>How long each share is held at least; 2 minutes unless set.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>The first step, from 1, that is judged; 1 unless set. Earlier ones only hold their time.</summary>
    public int AnalyseFrom { get; init; } = 1;

    /// <inheritdoc/>
    [JsonIgnore]
    public override string Word => "canary";

    /// <inheritdoc/>
    [JsonIgnore]
    public override bool NeedsAnalysis => true;

    /// <inheritdoc/>
    public override IEnumerable<string> Problems()
    {
        var shown = string.Join(", ", Percents.Select(percent => percent.ToString(CultureInfo.InvariantCulture)));
        if (Percents.IsDefaultOrEmpty || Percents[^1] != 100 || Percents[0] <= 0 || Percents.Zip(Percents.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            yield return $"the canary's percents are '{shown}'; they must rise from above 0 and end at 100.";
        }

        if (AnalyseFrom < 1 || AnalyseFrom > Percents.Length)
        {
            yield return $"the canary is analysed from step {AnalyseFrom} of {Percents.Length}; name one of them.";
        }

        if (Pause < TimeSpan.Zero)
        {
            yield return $"the canary's pause is {Pause}; set zero or more.";
        }
    }
}
