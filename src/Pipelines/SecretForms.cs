using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Pipelines;

/// <summary>The ways in which programs print a value: as it is, escaped, encoded, or a line at a time.</summary>
internal static class SecretForms
{
    private const int ShortestForm = 4;

    public static IReadOnlyList<string> Of(string value)
    {
        var trimmed = value.Trim();
        string[] plain = [value, trimmed, .. value.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return [.. plain.Concat(plain.SelectMany(Escaped)).Concat(Base64(value)).Concat(Base64(trimmed))
            .Where(form => form.Length >= ShortestForm).Distinct(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Escaped(string value)
    {
        if (value.All(char.IsAsciiLetterOrDigit))
        {
            yield break;
        }
        yield return Uri.EscapeDataString(value);
        yield return Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal);
        yield return LowerCaseEscapes(Uri.EscapeDataString(value));
        yield return LowerCaseEscapes(Uri.EscapeDataString(value).Replace("%20", "+", StringComparison.Ordinal));
        yield return HtmlEncoder.Default.Encode(value);
        yield return HtmlEncoder.Default.Encode(value).Replace("&#x27;", "&#39;", StringComparison.Ordinal);
        yield return JsonEncodedText.Encode(value).Value;
        yield return JsonEncodedText.Encode(value, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value;
        yield return value.Replace("'", "'\\''", StringComparison.Ordinal);
    }

    private static string LowerCaseEscapes(string text)
    {
        var lower = text.ToCharArray();
        for (var i = 0; i + 2 < lower.Length; i++)
        {
            if (lower[i] == '%')
            {
                lower[i + 1] = char.ToLowerInvariant(lower[i + 1]);
                lower[i + 2] = char.ToLowerInvariant(lower[i + 2]);
            }
        }
        return new string(lower);
    }

    // Inside a longer text, such as "user:secret", a value begins at one of three positions within a base64 group:
    // the characters that hold nothing but its own bits are the same whatever stands around it.
    private static IEnumerable<string> Base64(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        for (var offset = 0; offset < 3; offset++)
        {
            var encoded = Convert.ToBase64String([.. new byte[offset], .. bytes]);
            var first = ((offset * 8) + 5) / 6;
            var last = (offset + bytes.Length) * 8 / 6;
            var own = encoded[first..last];
            yield return own;
            yield return own.Replace('+', '-').Replace('/', '_');
        }
    }
}
