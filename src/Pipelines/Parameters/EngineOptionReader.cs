using System.Globalization;

namespace Pipelines.Parameters;

/// <summary>Reads the options of the engine.</summary>
internal sealed class EngineOptionReader(Words words, TargetNames targets, List<string> problems)
{
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);

    /// <summary>What was read so far.</summary>
    public EngineOptions Options { get; private set; } = new();

    /// <summary>Reads the option with its values; false when it is none of the engine's.</summary>
    public bool TryRead(OptionWord option)
    {
        var before = problems.Count;
        switch (option.Key)
        {
            case "HELP" or "H" or "?":
                Options = Options with { Help = Switch(option) };
                return true;
            case "PLAN":
                Options = Options with { Plan = Choice(option, optional: true, PlanFormat.Text) };
                break;
            case "PARALLEL":
                Options = Options with { Parallel = Degree(option) };
                break;
            case "NOCACHE":
                Options = Options with { NoCache = Switch(option) };
                return true;
            case "EXPLAIN":
                Options = Options with { Explain = One(option, "a target") is { } target ? targets.Read(target).FirstOrDefault() : null };
                break;
            case "CONTINUE":
                Options = Options with { Continue = Switch(option) };
                return true;
            case "JOB":
                Options = Options with { Job = One(option, "the name of a job") is { } job && JobNames(option, [job]) is [var named] ? named : null };
                break;
            case "AFTER":
                Options = Options with { After = [.. Options.After, .. JobNames(option, Many(option))] };
                return true;
            case "CACHEDIR":
                Options = Options with { CacheFolder = One(option, "a folder") };
                break;
            case "VERBOSITY":
                Options = Options with { Verbosity = Choice(option, optional: false, Verbosity.Normal) };
                break;
            case "SKIP":
                Options = Options with { Skip = [.. Options.Skip ?? [], .. Many(option).SelectMany(targets.Read)] };
                return true;
            case "PROFILE":
                Options = Options with { Profiles = [.. Options.Profiles, .. Profiles(option)] };
                return true;
            case "ROOT":
                Options = Options with { Root = One(option, "a folder") };
                break;
            case "COMPLETION":
                Options = Options with { Completion = Choice(option, optional: false, Shell.Bash) };
                break;
            case "NOLOGO":
                Options = Options with { NoLogo = Switch(option) };
                return true;
            default:
                return false;
        }

        if (!_seen.Add(option.Key) && problems.Count == before)
        {
            problems.Add($"Option '{option.Text}' is given more than once. Give it once.");
        }

        return true;
    }

    private static bool Is(string name, string word) => string.Equals(name, word, StringComparison.OrdinalIgnoreCase);

    private bool Switch(OptionWord option)
    {
        if (option.Value is { } value && !bool.TryParse(value, out _))
        {
            problems.Add($"Option '{option.Text}' cannot be '{value}': expected true, false or no value.");
        }

        return option.Value is null || Is("true", option.Value);
    }

    private string? One(OptionWord option, string expectation)
    {
        if ((option.Value ?? words.TakeIf(_ => true)) is { Length: > 0 } value)
        {
            return value;
        }

        problems.Add(words.TakeNegative() is { } negative
            ? $"Option '{option.Text}' cannot be '{negative}': expected {expectation}."
            : $"Option '{option.Text}' needs a value: expected {expectation}.");
        return null;
    }

    private IReadOnlyList<string> Many(OptionWord option) => option.Value is { } value
        ? [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)]
        : words.TakeWhile(_ => true);

    private IReadOnlyList<string> Profiles(OptionWord option)
    {
        var names = Many(option);
        if (names.Count == 0)
        {
            problems.Add($"Option '{option.Text}' needs a value: expected names of .nuke/parameters.NAME.json.");
        }

        foreach (var name in names.Where(name => name.AsSpan().ContainsAny("/\\\0")))
        {
            problems.Add($"Option '{option.Text}' cannot be '{name}': expected the NAME of .nuke/parameters.NAME.json, not a path.");
        }

        return [.. names.Where(name => !name.AsSpan().ContainsAny("/\\\0"))];
    }

    private IReadOnlyList<string> JobNames(OptionWord option, IReadOnlyList<string> names)
    {
        foreach (var name in names.Where(name => !IsJobName(name)))
        {
            problems.Add($"Option '{option.Text}' cannot be '{name}': expected the name of a job, of letters, digits, dashes and dots.");
        }

        return [.. names.Where(IsJobName)];
    }

    // It names a folder.
    private static bool IsJobName(string name) =>
        name.Length > 0 && char.IsAsciiLetterOrDigit(name[0]) && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    private int? Degree(OptionWord option)
    {
        const string expectation = "a whole number from 1 to 1024";
        if (One(option, expectation) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var degree) && degree is >= 1 and <= 1024)
        {
            return degree;
        }

        problems.Add($"Option '{option.Text}' cannot be '{text}': expected {expectation}.");
        return null;
    }

    private T Choice<T>(OptionWord option, bool optional, T fallback)
        where T : struct, Enum
    {
        var names = Enum.GetNames<T>().Select(Spelling.Kebab).ToList();
        var expectation = string.Join(", ", names);
        var value = option.Value ?? (optional ? words.TakeIf(word => names.Exists(name => Is(name, word))) : One(option, expectation));
        if (value is null)
        {
            return fallback;
        }

        if (names.Find(name => Is(name, value)) is { } known)
        {
            return Enum.Parse<T>(known, ignoreCase: true);
        }

        problems.Add($"Option '{option.Text}' cannot be '{value}': expected one of {expectation}.{Nearest.Hint(value, names)}");
        return fallback;
    }
}
