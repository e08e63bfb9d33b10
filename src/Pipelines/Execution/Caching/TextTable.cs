using System.Text;

namespace Pipelines.Execution.Caching;

/// <summary>Lines of cells parted by tabs. JSON would take longer to load than an unchanged run may last.</summary>
internal static class TextTable
{
    public static StringBuilder AppendRow(this StringBuilder text, params string[] cells)
    {
        for (var index = 0; index < cells.Length; index++)
        {
            text.Append(index == 0 ? "" : "\t").Append(Escape(cells[index]));
        }
        return text.Append('\n');
    }

    public static string[] Cells(string row)
    {
        var cells = row.Split('\t');
        return row.Contains('\\', StringComparison.Ordinal) ? Array.ConvertAll(cells, Unescape) : cells;
    }

    private static string Escape(string cell) => cell.AsSpan().ContainsAny("\\\t\n\r")
        ? cell.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)
        : cell;

    private static string Unescape(string cell)
    {
        var text = new StringBuilder(cell.Length);
        for (var index = 0; index < cell.Length; index++)
        {
            var escaped = cell[index] == '\\' && index + 1 < cell.Length;
            text.Append(escaped ? cell[++index] switch { 't' => '\t', 'n' => '\n', 'r' => '\r', var other => other } : cell[index]);
        }
        return text.ToString();
    }
}
