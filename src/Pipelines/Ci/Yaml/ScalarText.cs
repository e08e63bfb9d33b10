using System.Buffers;
using System.Globalization;
using System.Text;

namespace Pipelines.Ci.Yaml;

/// <summary>Writes single values so that readers of YAML 1.1 (GitLab) and of YAML 1.2 (GitHub) read the same text.</summary>
internal static class ScalarText
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private const string Digits = "0123456789";

    private static readonly SearchValues<char> DigitsOnly = SearchValues.Create(Digits);
    private static readonly SearchValues<char> DigitsAndDot = SearchValues.Create(Digits + ".");
    private static readonly SearchValues<char> First = SearchValues.Create(Letters + "_$/(.");
    private static readonly SearchValues<char> Inside = SearchValues.Create(Letters + Digits + "_$/.()+-=@ ~*&:,{}[]'\"!|<>;?%^\\#`");
    private static readonly SearchValues<char> InsideNarrow = SearchValues.Create(Letters + Digits + "_$/.()+-=@ ~*:");

    // What YAML 1.1 or 1.2 reads as a switch, as nothing or as a number, although it begins as a word does.
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase) { "true", "false", "null", ".inf", ".nan" };
    private static readonly HashSet<string> OldWords = new(StringComparer.OrdinalIgnoreCase) { "y", "n", "yes", "no", "on", "off" };

    /// <summary>The text on one line.</summary>
    public static string Line(YamlNode.Scalar scalar, ScalarPlace place) => scalar.Form switch
    {
        ScalarForm.Bare when IsTyped(scalar.Text) => scalar.Text,
        ScalarForm.SingleQuoted => Quoted(scalar.Text),
        _ => Line(scalar.Text, place),
    };

    /// <summary>The text on one line, as it stands where that is safe.</summary>
    public static string Line(string text, ScalarPlace place) => IsPlain(text, place) ? text : Quoted(text);

    /// <summary>The text as a block: its header, then its lines, which stand two columns further in. Null when it has another form.</summary>
    public static IReadOnlyList<string>? Block(YamlNode.Scalar scalar)
    {
        var wanted = scalar.Form is ScalarForm.Literal || (scalar.Form is ScalarForm.Readable && scalar.Text.Contains('\n', StringComparison.Ordinal));
        if (!wanted || scalar.Text.EndsWith("\n\n", StringComparison.Ordinal) || scalar.Text.AsSpan().Trim().IsEmpty)
        {
            // Line ends at the end of a block belong to it or not by what follows; quotes say it once.
            return null;
        }

        var ended = scalar.Text.EndsWith('\n');
        var lines = (ended ? scalar.Text[..^1] : scalar.Text).Split('\n');
        if (lines.Any(line => line is [.., ' ' or '\t'] || MustEscape(line)))
        {
            return null;
        }

        // A reader takes the indentation from the first line, unless it is told.
        var indentation = lines.First(line => line.Length > 0)[0] is ' ' or '\t' ? "2" : "";
        return [$"|{indentation}{(ended ? "" : "-")}", .. lines];
    }

    /// <summary>What YAML does not count as printable, what some readers take for the end of a line, and halves of characters.</summary>
    public static bool MustEscape(string text, int index) => text[index] switch
    {
        '\n' or '\t' => false,
        < ' ' or (>= '\u007f' and <= '\u009f') or '\u2028' or '\u2029' or '\ufeff' or '\ufffe' or '\uffff' => true,
        var half when char.IsHighSurrogate(half) => index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]),
        var half when char.IsLowSurrogate(half) => index == 0 || !char.IsHighSurrogate(text[index - 1]),
        _ => false,
    };

    // What both versions read as the same switch, nothing or number.
    private static bool IsTyped(string text) => text is "true" or "false" or "null"
        || (text is "0" or [(>= '1' and <= '9'), ..] or ['-', (>= '1' and <= '9'), ..] or ['0', '.', ..] && text[^1] != '.' && text.Count(letter => letter == '.') <= 1
            && text.AsSpan(1).IndexOfAnyExcept(DigitsAndDot) < 0);

    private static bool IsPlain(string text, ScalarPlace place)
    {
        if (text.Length == 0 || !First.Contains(text[0]) || text[^1] is ' ' or ':')
        {
            return false;
        }

        // A dot may begin a path, but also a number.
        if (text[0] == '.' && !(text.Length > 1 && (text[1] == '/' || char.IsAsciiLetter(text[1]) || text.StartsWith("../", StringComparison.Ordinal))))
        {
            return false;
        }

        return text.AsSpan().IndexOfAnyExcept(place is ScalarPlace.Block ? Inside : InsideNarrow) < 0
            && !text.Contains(": ", StringComparison.Ordinal) && !text.Contains(" #", StringComparison.Ordinal)
            && (place is ScalarPlace.Block || !text.Contains(':', StringComparison.Ordinal) || place is ScalarPlace.Key or ScalarPlace.BareKey)
            && !IsExponent(text) && !Words.Contains(text) && (place is ScalarPlace.BareKey || !OldWords.Contains(text));
    }

    // The half of a number that npm's reader of YAML 1.1 takes for a whole one: "e1", ".E+2".
    private static bool IsExponent(string text)
    {
        var digits = text.AsSpan().TrimStart('.');
        return digits is ['e' or 'E', _, ..] && digits[1..].TrimStart("+-").IndexOfAnyExcept(DigitsOnly) < 0;
    }

    private static string Quoted(string text)
    {
        if (!MustEscape(text) && text.AsSpan().IndexOfAny('\n', '\t') < 0)
        {
            return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        }

        var quoted = new StringBuilder("\"");
        for (var index = 0; index < text.Length; index++)
        {
            _ = text[index] switch
            {
                '\n' => quoted.Append("\\n"),
                '\t' => quoted.Append("\\t"),
                '\r' => quoted.Append("\\r"),
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                var other when MustEscape(text, index) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)other:x4}"),
                var other => quoted.Append(other),
            };
        }

        return quoted.Append('"').ToString();
    }

    private static bool MustEscape(string text) => Enumerable.Range(0, text.Length).Any(index => MustEscape(text, index));
}
