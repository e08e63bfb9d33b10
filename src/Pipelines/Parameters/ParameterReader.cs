using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>Reads the options that are parameters of the build.</summary>
internal sealed class ParameterReader(Words words, ImmutableArray<ParameterDeclaration> declarations, List<string> problems)
{
    private readonly Dictionary<string, RawValue> _values = new(StringComparer.Ordinal);

    /// <summary>What was read so far.</summary>
    public ImmutableArray<RawValue> Values => [.. _values.Values];

    /// <summary>Reads the option with its values; false when no parameter has its name.</summary>
    public bool TryRead(OptionWord option)
    {
        if (declarations.FirstOrDefault(declaration => Spelling.Key(declaration.Name) == option.Key) is not { } parameter)
        {
            return false;
        }

        if (Take(parameter, option) is not { } taken)
        {
            return true;
        }

        var known = _values.GetValueOrDefault(option.Key);
        if (known is not null && !parameter.Type.IsCollection)
        {
            problems.Add(parameter.IsSecret
                ? $"Option '{parameter.Option}' is given more than once. Give it once."
                : $"Option '{parameter.Option}' is given as '{known.Words[0]}' and as '{taken[0]}'. Give it once.");
            return true;
        }

        _values[option.Key] = new(parameter, [.. known?.Words ?? [], .. taken], new(ValueSourceKind.CommandLine, parameter.Option));
        return true;
    }

    private ImmutableArray<string>? Take(ParameterDeclaration parameter, OptionWord option)
    {
        if (parameter.Type.IsCollection)
        {
            return Items(parameter, option);
        }

        if (option.Value is { } value)
        {
            return [value];
        }

        if (parameter.Type.IsSwitch)
        {
            return [words.TakeIf(word => bool.TryParse(word, out _)) ?? "true"];
        }

        if (words.TakeIf(_ => true) is { } word)
        {
            return [word];
        }

        problems.Add(Missing(parameter));
        return null;
    }

    // "--tags=" is the empty collection; "--tags" alone is a forgotten value.
    private ImmutableArray<string>? Items(ParameterDeclaration parameter, OptionWord option)
    {
        var given = option.Value is { } value ? [value] : words.TakeWhile(_ => true);
        if (given.Count == 0)
        {
            problems.Add(Missing(parameter));
            return null;
        }

        return option.Value is "" ? [] : parameter.Separator is { } separator
            ? [.. given.SelectMany(word => word.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))]
            : [.. given];
    }

    private string Missing(ParameterDeclaration parameter) => words.TakeNegative() is { } negative
        ? $"Option '{parameter.Option}' needs a value: write '{parameter.Option}={negative}' for one that starts with a dash."
        : $"Option '{parameter.Option}' needs a value: expected {parameter.Type.Element.Expectation}.";
}
