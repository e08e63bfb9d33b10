using System.Collections.Immutable;
using System.Globalization;
using Pipelines.Parameters;
using Pipelines.Secrets;

namespace Pipelines.Completion;

/// <summary>Says what may follow what was typed: targets, options, and values that can be listed.</summary>
/// <param name="parameters">Of the build.</param>
/// <param name="targets">Their names.</param>
/// <param name="profiles">Those with a file; asked for only when one is typed.</param>
internal sealed class Completer(ImmutableArray<ParameterDeclaration> parameters, IReadOnlyCollection<string> targets, Func<IEnumerable<string>> profiles)
{
    /// <summary>The first word of the question, followed by the position of the word that is typed and all words, the program's first.</summary>
    public const string Word = "--complete";

    private static readonly string[] Truths = ["true", "false"];

    /// <summary>The words that fit, in full; empty when the shell may offer files.</summary>
    public IEnumerable<string> Complete(ReadOnlySpan<string> question)
    {
        if (question.IsEmpty || !int.TryParse(question[0], NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position < 1)
        {
            return [];
        }

        var words = question[1..];
        var current = position < words.Length ? words[position] : "";
        List<string> before = words.IsEmpty ? [] : [.. words[1..Math.Min(position, words.Length)]];
        return Complete(before, current);
    }

    private IEnumerable<string> Complete(List<string> before, string current)
    {
        // Bash takes --option=value apart at the equals sign, and replaces the last part alone.
        if (current == "=")
        {
            before.Add(current);
            current = "";
        }

        if (before is [.., var name, "="])
        {
            return Fitting("", ChoicesOf(name).Values, current);
        }

        var isSecrets = before is [var first, ..] && Spelling.Key(first) == Spelling.Key(SecretsLine.Word) && !targets.Contains(first, StringComparer.OrdinalIgnoreCase);
        if (Words.IsOption(current))
        {
            var option = OptionWord.Of(current);
            return option.Value is { } value
                ? Fitting($"{option.Text}=", ChoicesOf(option.Text).Values, value)
                : Fitting("", isSecrets ? SecretsLine.Options : EngineOption.All.Select(engine => engine.Name).Concat(parameters.Select(parameter => parameter.Option)), current);
        }

        var last = before.FindLastIndex(Words.IsOption);
        var choices = last < 0 ? null : isSecrets ? SecretChoicesOf(before[last]) : ChoicesOf(before[last]);
        if (choices is not null && (choices.Many || (last == before.Count - 1 && !choices.Optional)))
        {
            return Fitting("", choices.Values, current);
        }

        var joined = current.LastIndexOf('+') + 1;
        var values = choices is not null && last == before.Count - 1 ? choices.Values : [];
        return isSecrets ? [] : Fitting(current[..joined], values.Concat(targets), current[joined..]);
    }

    private static IEnumerable<string> Fitting(string prefix, IEnumerable<string> candidates, string typed)
    {
        var key = Spelling.Key(typed);
        return candidates.Where(candidate => Spelling.Key(candidate).StartsWith(key, StringComparison.Ordinal)).Select(candidate => prefix + candidate);
    }

    private Choices? SecretChoicesOf(string word) => OptionWord.Of(word).Key switch
    {
        "SET" or "REMOVE" => new(parameters.Where(parameter => parameter.IsSecret).Select(parameter => parameter.Name)),
        "PROFILE" => new(profiles()),
        "ROOT" => new([]),
        _ => null,
    };

    private Choices ChoicesOf(string word)
    {
        var key = OptionWord.Of(word).Key;
        if (EngineOption.All.FirstOrDefault(option => Spelling.Key(option.Name) == key) is { } engine)
        {
            return ChoicesOf(engine);
        }

        return parameters.FirstOrDefault(parameter => Spelling.Key(parameter.Name) == key)?.Type switch
        {
            null => new([]) { Optional = true },
            { IsSwitch: true } => new(Truths) { Optional = true },
            var type => new(type.Element.AllowedValues) { Many = type.IsCollection },
        };
    }

    // The text that help shows says it all: "a|b" are the values, "[...]" may be left out, "..." may come often.
    private Choices ChoicesOf(EngineOption option) => new(option.Value.Trim('[', ']', '.') switch
    {
        "TARGET" => targets,
        "NAME" => profiles(),
        var text when text.Contains('|', StringComparison.Ordinal) => text.Split('|'),
        _ => [],
    })
    {
        Many = option.Value.Contains("...", StringComparison.Ordinal),
        Optional = option.Value.Length == 0 || option.Value.StartsWith('['),
    };
}
