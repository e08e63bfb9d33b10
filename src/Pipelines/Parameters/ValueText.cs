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
        TimeSpan time => Duration.Write(time),
        IFormattable formattable => formattable.ToString(format: null, CultureInfo.InvariantCulture),
        IDictionary entries => string.Join(' ', entries.Keys.Cast<object>().Select(key => $"{key}={Of(entries[key])}")),
        IEnumerable items => string.Join(' ', items.Cast<object?>().Select(Of)),
        _ => value.ToString() is { } text && !IsOfCompiler(text, value.GetType()) ? text : "",
    };

    // What the runtime and the compiler say of a type that has no words of its own: 'Shop.Faults', 'Faults { Settings = ... }'.
    private static bool IsOfCompiler(string text, Type type) => text == type.ToString() || text.StartsWith($"{type.Name} {{", StringComparison.Ordinal);
}
