using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>Reads the command line: <c>[target...|A+B] [--option [value...]]</c>.</summary>
/// <remarks>
/// Names ignore case and dashes: <c>--api-key</c>, <c>--ApiKey</c> and <c>-apikey</c> are one. Values follow as words or after <c>=</c>,
/// which is also the way for a value that starts with a dash. A collection takes all words up to the next option and may be given again.
/// </remarks>
internal static class CommandLine
{
    /// <summary>Reads all words and collects all problems; throws for none of them.</summary>
    /// <param name="arguments">As the program got them.</param>
    /// <param name="declarations">Parameters of the build.</param>
    /// <param name="targetNames">Targets as declared.</param>
    public static Invocation Parse(IEnumerable<string> arguments, ImmutableArray<ParameterDeclaration> declarations, IReadOnlyCollection<string> targetNames)
    {
        var problems = new List<string>();
        var words = new Words(arguments);
        var targets = new TargetNames(targetNames, problems);
        var engine = new EngineOptionReader(words, targets, problems);
        var parameters = new ParameterReader(words, declarations, problems);
        var named = new List<string>();
        while (words.TryTake(out var word))
        {
            if (!Words.IsOption(word))
            {
                named.AddRange(targets.Read(word));
                continue;
            }

            var option = OptionWord.Of(word);
            if (!engine.TryRead(option) && !parameters.TryRead(option))
            {
                problems.Add(Unknown(option, declarations, targets));
                words.TakeWhile(value => !targets.Knows(value));
            }
        }

        return new([.. named.Distinct(StringComparer.Ordinal)], engine.Options, parameters.Values, [.. problems]);
    }

    private static string Unknown(OptionWord option, ImmutableArray<ParameterDeclaration> declarations, TargetNames targets)
    {
        if (targets.Knows(option.Key))
        {
            return $"Unknown option '{option.Text}'. Targets are written without dashes.";
        }

        var known = EngineOption.All.Select(engine => engine.Name).Concat(declarations.Select(declaration => declaration.Option));
        return Nearest.To(option.Key, known) is { } name
            ? $"Unknown option '{option.Text}'. Did you mean '{name}'?"
            : $"Unknown option '{option.Text}'. See --help for all options.";
    }
}
