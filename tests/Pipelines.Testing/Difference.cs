using System.Globalization;
using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Pipelines.Testing;

/// <summary>What changed between two texts, line by line, for a person to read.</summary>
public static class Difference
{
    // Lines around a change that say where in the text it is.
    private const int Context = 2;

    /// <summary>Changed lines with a little of what stands around them: <c>-</c> was expected, <c>+</c> was received.</summary>
    public static string Of(string expected, string actual)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(expected, actual).Lines;
        var changed = Enumerable.Range(0, lines.Count).Where(index => lines[index].Type != ChangeType.Unchanged).ToList();
        var shown = changed.SelectMany(index => Enumerable.Range(index - Context, 2 * Context + 1)).ToHashSet();

        return string.Join('\n', Enumerable.Range(0, lines.Count).Where(shown.Contains).Select(index => Line(lines[index], index)));
    }

    private static string Line(DiffPiece line, int index)
    {
        var mark = line.Type switch
        {
            ChangeType.Inserted => '+',
            ChangeType.Deleted => '-',
            _ => ' ',
        };

        return string.Create(CultureInfo.InvariantCulture, $"{index + 1,5} {mark} {line.Text}");
    }
}
