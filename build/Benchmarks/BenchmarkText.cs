using System.Globalization;
using System.Text;
using Pipelines;

/// <summary>Figures as the block that <c>docs/benchmarks.md</c> holds between two markers.</summary>
internal static class BenchmarkText
{
    private const string Begin = "<!-- benchmark -->\n";
    private const string End = "<!-- end of benchmark -->\n";

    public static string Of(IReadOnlyList<BenchmarkRow> rows, string machine)
    {
        var text = new StringBuilder($"`./build.sh Benchmark` on {machine}; {rows[0].Runs} runs of each with hyperfine, whole processes, nothing changed between them:\n\n");
        text.Append("| command | mean | deviation | range |\n| --- | --- | --- | --- |\n");
        foreach (var row in rows)
        {
            text.Append($"| `{row.Name}` | {Seconds(row.Mean)} | {Seconds(row.Deviation)} | {Seconds(row.Fastest)} to {Seconds(row.Slowest)} |\n");
        }
        return text.Append(CultureInfo.InvariantCulture, $"\n`{rows[^1].Name}` takes {rows[^1].Mean / rows[0].Mean:0.0} times as long as `{rows[0].Name}`.\n").ToString();
    }

    public static string Seconds(double time) => string.Create(CultureInfo.InvariantCulture, $"{time:0.000} s");

    /// <summary>The text with the block between the markers replaced.</summary>
    public static string Replace(string text, string block)
    {
        var begin = text.IndexOf(Begin, StringComparison.Ordinal);
        var end = text.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? text[..(begin + Begin.Length)] + block + text[end..]
            : throw new TargetFailedException($"docs/benchmarks.md has no lines '{Begin.Trim()}' and '{End.Trim()}'. Write them where the figures belong.");
    }
}
