using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Pipelines.Targets.DotNet.Coverage;

/// <summary>Which lines ran. Several reports of the same code are joined line by line, so nothing counts twice.</summary>
/// <param name="Lines">All lines that can run; true for those that did.</param>
internal sealed record LineCoverage(ImmutableDictionary<(string File, int Line), bool> Lines)
{
    /// <summary>No line at all.</summary>
    public static LineCoverage None { get; } = new(ImmutableDictionary<(string File, int Line), bool>.Empty);

    /// <summary>Share of lines that ran, from 0 to 1; null when there are none.</summary>
    public double? Ratio => Lines.Count == 0 ? null : (double)Lines.Values.Count(ran => ran) / Lines.Count;

    /// <summary>Reads a report in Cobertura's format.</summary>
    public static LineCoverage Read(XDocument report)
    {
        var source = report.Descendants("source").FirstOrDefault()?.Value ?? "";
        var lines =
            from type in report.Descendants("class")
            let file = Path.Combine(source, type.Attribute("filename")?.Value ?? "")
            from line in type.Elements("lines").Elements("line")
            let number = int.Parse(line.Attribute("number")?.Value ?? "0", CultureInfo.InvariantCulture)
            group line.Attribute("hits")?.Value is not (null or "0") by (file, number);
        return new(lines.ToImmutableDictionary(line => line.Key, line => line.Any(ran => ran)));
    }

    /// <summary>Both together.</summary>
    public static LineCoverage operator +(LineCoverage left, LineCoverage right) => new(left.Lines.SetItems(
        right.Lines.Select(line => KeyValuePair.Create(line.Key, line.Value || left.Lines.GetValueOrDefault(line.Key)))));

    /// <summary>For people.</summary>
    public override string ToString() => Ratio is { } ratio ? string.Create(CultureInfo.InvariantCulture, $"{ratio * 100:0.0} % of {Lines.Count} lines") : "no lines";
}
