using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Pipelines.Hosts.Reports;

/// <summary>Text and numbers for markup.</summary>
internal static class Html
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Text that cannot be taken for markup, in elements and in quoted attributes; without the colours that programs print.</summary>
    public static string Text(string text) => Encoder.Encode(Uncoloured(text)).Replace("&#xA;", "\n", StringComparison.Ordinal);

    /// <summary>A coordinate with at most one decimal.</summary>
    public static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The class that colours a target as it ended.</summary>
    public static string Class(TargetRecord target) => target.Status switch
    {
        TargetStatus.Succeeded => "succeeded",
        TargetStatus.Failed => "failed",
        TargetStatus.Cancelled => "cancelled",
        TargetStatus.Skipped => "skipped",
        _ => "not-run",
    };

    /// <summary>A sign for the same, so that colour is not all that tells.</summary>
    public static string Sign(TargetRecord target) => target.Status switch
    {
        TargetStatus.Succeeded => "✓",
        TargetStatus.Failed => "✗",
        TargetStatus.Cancelled => "■",
        TargetStatus.Skipped => "↷",
        _ => "–",
    };

    // A control sequence begins with ESC [ and ends with the first character from @ to ~.
    private static string Uncoloured(string text)
    {
        for (var start = text.IndexOf("\e[", StringComparison.Ordinal); start >= 0; start = text.IndexOf("\e[", start, StringComparison.Ordinal))
        {
            var end = start + 2;
            while (end < text.Length && text[end] is < '@' or > '~')
            {
                end++;
            }
            text = text.Remove(start, Math.Min(end + 1, text.Length) - start);
        }
        return text;
    }
}
