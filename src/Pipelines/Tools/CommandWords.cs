using System.Collections.Immutable;
using System.Globalization;

namespace Pipelines.Tools;

/// <summary>Collects the arguments of a command from options, of which those without a value are left out.</summary>
internal sealed class CommandWords(params ReadOnlySpan<string> words)
{
    private readonly List<string> _words = [.. words];
    private readonly List<Secret> _secrets = [];

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

    /// <summary>A name with a secret, for programs that take it no other way: other users of the machine can see it while the program runs.</summary>
    public CommandWords Option(string name, Secret? value)
    {
        if (value is not null)
        {
            _secrets.Add(value);
        }

        return Option(name, value?.Reveal());
    }

    /// <summary>A name with a length of time as Go's programs read it, such as <c>90s</c>.</summary>
    public CommandWords Option(string name, TimeSpan? value) => Option(name, value is { } time ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0}s") : null);

    /// <summary>A name with a number.</summary>
    public CommandWords Option(string name, int? value) => Option(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>A name with each <c>key=value</c>.</summary>
    public CommandWords Options(string name, ImmutableSortedDictionary<string, string> values)
    {
        foreach (var (key, value) in values)
        {
            Option(name, $"{key}={value}");
        }

        return this;
    }

    /// <summary>Words without a name.</summary>
    public CommandWords Words(ImmutableArray<string> words)
    {
        _words.AddRange(words);
        return this;
    }

    /// <summary>How much MSBuild says.</summary>
    public CommandWords Verbosity(MSBuildVerbosity? verbosity) => Option("--verbosity", verbosity?.ToString().ToLowerInvariant());

    /// <summary>A name with its value in one word, <c>--name=value</c>, where a program reads it no other way.</summary>
    public CommandWords Assigned(string name, string? value) => Word(value is null ? null : $"{name}={value}");

    /// <summary>A name with its values in one word, with commas between.</summary>
    public CommandWords Joined(string name, ImmutableArray<string> values) => Option(name, values.IsEmpty ? null : string.Join(',', values));

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
    public Command Of(string program) => new(program, [.. _words]) { Secrets = [.. _secrets] };
}
