using System.Collections;
using System.Globalization;

namespace Pipelines.Parameters;

/// <summary>Values as a person would write them on the command line or in a file.</summary>
internal static class ValueText
{
    /// <summary>The text, empty when the value has none that says anything; <c>***</c> for a secret.</summary>
    public static string Of(object? value) => value switch
    {
        null => "",
        string text => text,
        bool truth => truth ? "true" : "false",
        DateTime or DateTimeOffset or DateOnly or TimeOnly => ((IFormattable)value).ToString("O", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        IDictionary entries => string.Join(' ', entries.Keys.Cast<object>().Select(key => $"{key}={Of(entries[key])}")),
        IEnumerable items => string.Join(' ', items.Cast<object?>().Select(Of)),
        _ => value.ToString() is { } text && text != value.GetType().ToString() ? text : "",
    };
}
