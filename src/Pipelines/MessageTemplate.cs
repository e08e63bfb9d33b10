using System.Collections;
using System.Globalization;
using System.Text;

namespace Pipelines;

/// <summary>Renders message templates (messagetemplates.org): named or numbered holes, formats, alignment, doubled braces.</summary>
internal static class MessageTemplate
{
    public static string Render(string template, ReadOnlySpan<object?> values)
    {
        if (!template.Contains('{', StringComparison.Ordinal) && !template.Contains('}', StringComparison.Ordinal))
        {
            return template;
        }
        var text = new StringBuilder(template.Length + 16);
        var next = 0;
        for (var i = 0; i < template.Length; i++)
        {
            var character = template[i];
            if (character is '{' or '}' && i + 1 < template.Length && template[i + 1] == character)
            {
                text.Append(character);
                i++;
                continue;
            }
            var end = character == '{' ? template.IndexOf('}', i) : -1;
            if (end < 0)
            {
                text.Append(character);
                continue;
            }
            AppendHole(text, template.AsSpan(i, end - i + 1), values, ref next);
            i = end;
        }
        return text.ToString();
    }

    private static void AppendHole(StringBuilder text, ReadOnlySpan<char> hole, ReadOnlySpan<object?> values, ref int next)
    {
        var name = hole[1..^1].TrimStart("@$");
        var colon = name.IndexOf(':');
        var format = colon < 0 ? null : name[(colon + 1)..].ToString();
        name = colon < 0 ? name : name[..colon];
        var comma = name.IndexOf(',');
        var width = comma >= 0 && int.TryParse(name[(comma + 1)..], CultureInfo.InvariantCulture, out var given) ? given : 0;
        name = comma < 0 ? name : name[..comma];
        var index = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : next++;
        // A hole without a value stays as it is written: losing text is worse than showing a template.
        var value = index < values.Length ? Show(values[index], format) : hole.ToString();
        text.Append(width < 0 ? value.PadRight(-width) : value.PadLeft(width));
    }

    private static string Show(object? value, string? format) => value switch
    {
        null => "null",
        string words => words,
        IFormattable formattable => formattable.ToString(format, CultureInfo.InvariantCulture),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object?>().Select(item => Show(item, format)))}]",
        _ => value.ToString() ?? "",
    };
}
