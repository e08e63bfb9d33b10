using System.Collections.Immutable;
using Pipelines.Parameters;

namespace Pipelines.Secrets;

/// <summary>What <c>./build.sh Secrets</c> is asked to do.</summary>
internal sealed record SecretsLine
{
    /// <summary>The first word of the command line.</summary>
    public const string Word = "Secrets";

    /// <summary>All options, for completion.</summary>
    public static ImmutableArray<string> Options { get; } = ["--list", "--set", "--remove", "--rotate", "--new-key", "--profile", "--root", "--help"];

    /// <summary>What <c>--help</c> says.</summary>
    public const string Usage = """
        Usage: ./build.sh Secrets [--profile NAME] [--list | --set PARAMETER | --remove PARAMETER | --rotate] [--new-key]

          --list              Show which secrets the file has, and how they are kept; never a value
          --set PARAMETER     Encrypt a value, which is asked for, or read from standard input: never given on the command line
          --remove PARAMETER  Take a value out of the file
          --rotate            Encrypt all values anew, with a new passphrase (asked for, or PIPELINES_NEW_PASSPHRASE)
          --new-key           Make a key file; values that are set from now on need it. With --rotate: all values
          --profile NAME      Of .nuke/parameters.NAME.json in place of .nuke/parameters.json
          --root PATH         Root folder in place of the nearest one with .nuke

        The passphrase is PIPELINES_PASSPHRASE_NAME (of a profile) or PIPELINES_PASSPHRASE, else it is asked for on a terminal.
        A key file is used in its place where .nuke/keys/NAME.key (default.key without a profile) or the file PIPELINES_KEY_FILE is there.

        """;

    /// <summary>Show this text.</summary>
    public bool Help { get; private init; }

    /// <summary>The parameter to set, as it was written.</summary>
    public string? Set { get; private init; }

    /// <summary>The parameter to remove, as it was written.</summary>
    public string? Remove { get; private init; }

    /// <summary>Encrypt all values anew.</summary>
    public bool Rotate { get; private init; }

    /// <summary>Make a key file.</summary>
    public bool NewKey { get; private init; }

    /// <summary>Whose file; null for the one of all.</summary>
    public string? Profile { get; private init; }

    /// <summary>As it was written.</summary>
    public string? Root { get; private init; }

    /// <summary>The words ask for secrets, and not for a target of this name.</summary>
    public static bool IsOne(ImmutableArray<string> arguments, Func<IEnumerable<string>> targets) =>
        arguments is [var first, ..] && Is(first, Word) && !targets().Any(target => Is(target, Word));

    /// <summary>Reads the words after <see cref="Word"/>.</summary>
    /// <exception cref="DefinitionException">They are wrong; the message lists every problem.</exception>
    public static SecretsLine Read(IEnumerable<string> arguments)
    {
        var (line, words, problems, asked) = (new SecretsLine(), new Words(arguments), new List<string>(), new List<string>());
        while (words.TryTake(out var word))
        {
            var option = OptionWord.Of(word);
            line = option.Key switch
            {
                "HELP" => line with { Help = true },
                "LIST" => line,
                "SET" => line with { Set = Value(option, words, problems) },
                "REMOVE" => line with { Remove = Value(option, words, problems) },
                "ROTATE" => line with { Rotate = true },
                "NEWKEY" => line with { NewKey = true },
                "PROFILE" => line with { Profile = Value(option, words, problems) },
                "ROOT" => line with { Root = Value(option, words, problems) },
                _ => Unknown(line, word, option, problems),
            };
            if (option.Key is "LIST" or "SET" or "REMOVE" or "ROTATE")
            {
                asked.Add(option.Text);
            }
        }

        if (asked.Count > 1)
        {
            problems.Add($"Secrets does one thing at a time; it was asked for {string.Join(", ", asked)}.");
        }

        if (line.Profile?.AsSpan().ContainsAny("/\\\0") == true)
        {
            problems.Add($"Option '--profile' cannot be '{line.Profile}': expected the NAME of .nuke/parameters.NAME.json, not a path.");
        }

        return problems.Count == 0 ? line : throw new DefinitionException(string.Join('\n', problems));
    }

    private static string? Value(OptionWord option, Words words, List<string> problems)
    {
        if ((option.Value ?? words.TakeIf(_ => true)) is { Length: > 0 } value)
        {
            return value;
        }

        problems.Add($"Option '{option.Text}' of Secrets needs a name.");
        return null;
    }

    // What stands there too much is likely to be the value itself: it is not repeated.
    private static SecretsLine Unknown(SecretsLine line, string word, OptionWord option, List<string> problems)
    {
        problems.Add(Words.IsOption(word)
            ? $"Unknown option '{option.Text}' of Secrets. Known: {string.Join(", ", Options)}."
            : "Secrets takes no value on the command line, where the shell's history keeps it. Leave it out: it is asked for, or read from standard input.");
        return line;
    }

    private static bool Is(string left, string right) => Spelling.Key(left) == Spelling.Key(right);
}
