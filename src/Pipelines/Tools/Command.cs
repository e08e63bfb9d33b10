using System.Collections.Immutable;

namespace Pipelines.Tools;

/// <summary>A program with its arguments, as a value: nothing runs until the runner gets it, and nobody quotes.</summary>
/// <param name="Program">A name on the PATH or a full path.</param>
/// <param name="Arguments">One item an argument, exactly as the program will see it.</param>
public sealed record Command(string Program, ImmutableArray<string> Arguments)
{
    /// <summary>Where it runs; the build's root unless set.</summary>
    public AbsolutePath? WorkingDirectory { get; init; }

    /// <summary>Added to the environment of the build; null removes a variable.</summary>
    public ImmutableSortedDictionary<string, string?> Environment { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>The process tree is killed after this time; no limit unless set.</summary>
    public TimeSpan? Timeout { get; init; }

    /// <summary>Exit codes that count as success; 0 alone unless set. Empty accepts every code.</summary>
    public ImmutableArray<int> SuccessCodes { get; init; } = [0];

    /// <summary>The output is kept for the result but not logged, as for a query.</summary>
    public bool Quiet { get; init; }

    /// <summary>Text for its standard input, which ends there; none unless set. Never printed.</summary>
    public string? Input { get; init; }

    /// <summary>Secrets among arguments, input and variables: masked in every sink of the run that starts the command.</summary>
    public ImmutableArray<Secret> Secrets { get; init; } = [];

    /// <summary>A program and its arguments.</summary>
    public static Command Of(string program, params ReadOnlySpan<string> arguments) => new(program, [.. arguments]);

    /// <summary>The same with more arguments.</summary>
    public Command With(params ReadOnlySpan<string> arguments) => this with { Arguments = Arguments.AddRange(arguments) };

    /// <summary>The same with one more variable.</summary>
    public Command WithVariable(string name, string? value) => this with { Environment = Environment.SetItem(name, value) };

    /// <summary>The same with a secret as its standard input, as <c>--password-stdin</c> reads it.</summary>
    public Command WithInput(Secret secret) => this with { Input = secret.Reveal(), Secrets = Secrets.Add(secret) };

    /// <summary>The same with a secret in a variable.</summary>
    public Command WithSecretVariable(string name, Secret secret) => WithVariable(name, secret.Reveal()) with { Secrets = Secrets.Add(secret) };

    /// <summary>For people: the words in one line, those with blanks in quotation marks, secrets as <c>***</c>. Never executed.</summary>
    public override string ToString() => string.Join(' ', Arguments.Prepend(Program).Select(Shown));

    private string Shown(string word)
    {
        foreach (var secret in Secrets.Select(secret => secret.Reveal()).Where(secret => secret.Length > 0))
        {
            word = word.Replace(secret, "***", StringComparison.Ordinal);
        }

        return word.Contains(' ', StringComparison.Ordinal) || word.Length == 0 ? $"\"{word}\"" : word;
    }
}
