using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>Collects the arguments of a command from options, of which those without a value are left out.</summary>
internal sealed class CommandWords(params ReadOnlySpan<string> words)
{
    private readonly List<string> _words = [.. words];

    /// <summary>A word without a name.</summary>
    public CommandWords Word(string? word)
    {
        if (word is not null)
        {
            _words.Add(word);
        }

        return this;
    }

    /// <summary>A name with its value, as two words.</summary>
    public CommandWords Option(string name, string? value)
    {
        if (value is not null)
        {
            _words.Add(name);
            _words.Add(value);
        }

        return this;
    }

    /// <summary>A name with each of its values.</summary>
    public CommandWords Options(string name, ImmutableArray<string> values)
    {
        foreach (var value in values)
        {
            Option(name, value);
        }

        return this;
    }

    /// <summary>A name once, with all of its values behind it.</summary>
    public CommandWords Many(string name, ImmutableArray<string> values)
    {
        if (!values.IsEmpty)
        {
            _words.Add(name);
            _words.AddRange(values);
        }

        return this;
    }

    /// <summary>A name alone.</summary>
    public CommandWords Flag(string name, bool isSet)
    {
        if (isSet)
        {
            _words.Add(name);
        }

        return this;
    }

    /// <summary>MSBuild properties; what MSBuild would split or expand is escaped.</summary>
    public CommandWords Properties(ImmutableSortedDictionary<string, string> properties)
    {
        foreach (var (name, value) in properties)
        {
            _words.Add($"-p:{name}={value.Replace("%", "%25", StringComparison.Ordinal).Replace(";", "%3B", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal)}");
        }

        return this;
    }

    /// <summary>The command.</summary>
    public Command Of(string program) => new(program, [.. _words]);
}
