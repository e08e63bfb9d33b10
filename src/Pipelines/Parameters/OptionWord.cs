namespace Pipelines.Parameters;

/// <summary>One word of the command line that starts with a dash.</summary>
/// <param name="Text">As written, up to the equals sign.</param>
/// <param name="Value">What follows the equals sign; null without one.</param>
internal sealed record OptionWord(string Text, string? Value)
{
    /// <summary>What all spellings of the name share.</summary>
    public string Key { get; } = Spelling.Key(Text);

    /// <summary>Takes name and value apart.</summary>
    public static OptionWord Of(string word) => word.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0
        ? new(word[..equals], word[(equals + 1)..])
        : new(word, Value: null);
}
