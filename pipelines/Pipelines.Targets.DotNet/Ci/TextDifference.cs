using System.Globalization;
using System.Text;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Pipelines.Targets.DotNet.Ci;

/// <summary>A unified difference of two texts, as <c>diff -u</c> writes it.</summary>
internal static class TextDifference
{
    private const int Context = 3;

    /// <param name="path">Of the file, for the first lines.</param>
    /// <param name="present">What stands there.</param>
    /// <param name="wanted">What should.</param>
    public static string Of(string path, string present, string wanted)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(present, wanted, ignoreWhitespace: false).Lines;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"--- {path}\n+++ {path}");
        var (old, @new) = (0, 0);
        var starts = lines.ConvertAll(line =>
        {
            (old, @new) = (old + (line.Type == ChangeType.Inserted ? 0 : 1), @new + (line.Type == ChangeType.Deleted ? 0 : 1));
            return (Old: old, New: @new);
        });
        foreach (var (from, to) in Hunks(lines))
        {
            var hunk = lines[from..to];
            text.Append(CultureInfo.InvariantCulture, $"\n@@ -{Math.Max(starts[from].Old, 1)},{hunk.Count(line => line.Type != ChangeType.Inserted)} +{Math.Max(starts[from].New, 1)},{hunk.Count(line => line.Type != ChangeType.Deleted)} @@");
            foreach (var line in hunk)
            {
                text.Append('\n').Append(line.Type switch { ChangeType.Inserted => '+', ChangeType.Deleted => '-', _ => ' ' }).Append(line.Text);
            }
        }

        return text.ToString();
    }

    // Changes with a little of what stands around them; those whose surroundings touch are one.
    private static IEnumerable<(int From, int To)> Hunks(List<DiffPiece> lines)
    {
        var (from, to) = (-1, -1);
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Type == ChangeType.Unchanged)
            {
                continue;
            }

            var (start, end) = (Math.Max(0, index - Context), Math.Min(lines.Count, index + Context + 1));
            if (from >= 0 && start > to)
            {
                yield return (from, to);
                from = start;
            }

            (from, to) = (from < 0 ? start : from, end);
        }

        if (from >= 0)
        {
            yield return (from, to);
        }
    }
}
