using System.Globalization;
using System.Text;

namespace Pipelines.Agent.Measurement;

/// <summary>Writes the Prometheus text format, version 0.0.4.</summary>
internal sealed class PrometheusText
{
    private readonly StringBuilder _text = new();

    public PrometheusText Family(string name, string type, string help)
    {
        _text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {help}\n# TYPE {name} {type}\n");
        return this;
    }

    public void Sample(string name, double value, params ReadOnlySpan<(string Label, string Value)> labels)
    {
        _text.Append(name);
        var separator = '{';
        foreach (var (label, text) in labels)
        {
            _text.Append(separator).Append(label).Append("=\"").Append(Escaped(text)).Append('"');
            separator = ',';
        }

        _text.Append(labels.IsEmpty ? " " : "} ").Append(value.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }

    public void Buckets(string name, Histogram histogram, string service, string release)
    {
        var counts = histogram.Counts();
        var sum = 0L;
        for (var bucket = 0; bucket < counts.Length; bucket++)
        {
            sum += counts[bucket];
            var bound = bucket < Histogram.Bounds.Count ? Histogram.Bounds[bucket].ToString(CultureInfo.InvariantCulture) : "+Inf";
            Sample($"{name}_bucket", sum, ("service", service), ("release", release), ("le", bound));
        }

        Sample($"{name}_sum", histogram.SumSeconds, ("service", service), ("release", release));
        Sample($"{name}_count", sum, ("service", service), ("release", release));
    }

    public override string ToString() => _text.ToString();

    private static string Escaped(string value) => value
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace("\"", "\\\"", StringComparison.Ordinal)
        .Replace("\n", "\\n", StringComparison.Ordinal);
}
