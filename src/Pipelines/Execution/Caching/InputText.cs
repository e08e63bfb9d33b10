using System.Collections;
using System.Globalization;
using Pipelines.Tools;

namespace Pipelines.Execution.Caching;

/// <summary>The text of a declared value, that only its hash is kept of; the same wherever the root lies.</summary>
internal static class InputText
{
    public static string Of(object? value, AbsolutePath root) => Write(value).Replace(root, ".", StringComparison.Ordinal);

    private static string Write(object? value) => value switch
    {
        null => "",
        string text => text,
        Secret secret => secret.Reveal(),
        Command command => Write((object[])
        [
            command.Program,
            command.Arguments,
            command.WorkingDirectory?.ToString() ?? "",
            command.Environment.Select(variable => $"{variable.Key}={variable.Value}"),
        ]),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        IDictionary map => Write(map.Keys.Cast<object>().Select(key => (object?[])[key, map[key]])),
        IEnumerable items => string.Concat(items.Cast<object?>().Select(Write).Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Length}:{text}"))),
        _ => value.ToString() ?? "",
    };
}
