using System.Text.Json;

namespace Pipelines.Execution;

/// <summary>A typed result: as it was given, or as JSON of an earlier run. The other form is made when it is asked for, as loading JSON takes a while.</summary>
internal sealed class RunResult
{
    private readonly Lazy<object?> _value;
    private readonly Lazy<string> _text;

    private RunResult(Func<object?> value, Func<string> text) => (_value, _text) = (new(value), new(text));

    public object? Value => _value.Value;

    public string Text => _text.Value;

    /// <summary>What a target gave.</summary>
    /// <param name="value">Of the type.</param>
    /// <param name="type">The declared one.</param>
    /// <param name="written">Its JSON is needed for sure.</param>
    /// <exception cref="TargetFailedException">It cannot be written as JSON.</exception>
    public static RunResult Given(object? value, Type type, bool written)
    {
        var result = new RunResult(() => value, () => Write(value, type));
        _ = written ? result.Text : null;
        return result;
    }

    public static RunResult Read(string text, Type type) => new(() => JsonSerializer.Deserialize(text, type), () => text);

    private static string Write(object? value, Type type)
    {
        try
        {
            return JsonSerializer.Serialize(value, type);
        }
        catch (Exception exception) when (exception is NotSupportedException or JsonException)
        {
            throw new TargetFailedException($"A result of type {type.Name} cannot be kept as JSON: {exception.Message} Give a record of plain values.", cause: exception);
        }
    }
}
