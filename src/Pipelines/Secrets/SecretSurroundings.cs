using Pipelines.Tools;

namespace Pipelines.Secrets;

/// <summary>What finding secrets takes from outside.</summary>
/// <param name="Root">Where relative paths start.</param>
/// <param name="Environment">Variables that may hold a passphrase or name a key file.</param>
/// <param name="Runner">Makes what starts resolvers and git, and shows nothing that they print.</param>
/// <param name="Time">Limits programs.</param>
/// <param name="Ask">Asks a person for hidden text; null where nobody can be asked.</param>
internal sealed record SecretSurroundings(AbsolutePath Root, IReadOnlyDictionary<string, string> Environment, Func<ICommandRunner> Runner, TimeProvider Time, Func<string, CancellationToken, Task<string?>>? Ask)
{
    private const string Passphrase = "PIPELINES_PASSPHRASE";

    /// <summary>The variable with the passphrase of a profile alone.</summary>
    public static string VariableOf(string? profile) => profile is null ? Passphrase : $"{Passphrase}_{Parameters.Spelling.UpperSnake(profile)}";

    /// <summary>What programs inherit: everything but passphrases.</summary>
    public static Dictionary<string, string> ForPrograms(IReadOnlyDictionary<string, string> environment) => environment
        .Where(variable => !variable.Key.StartsWith(Passphrase, StringComparison.OrdinalIgnoreCase))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The passphrase that the environment has for a profile, or null.</summary>
    public string? PassphraseOf(string? profile) => Variable(VariableOf(profile)) ?? Variable(Passphrase);

    /// <summary>Where the key file of a profile is, or would be.</summary>
    public AbsolutePath KeyFileOf(string? profile) => Variable("PIPELINES_KEY_FILE") is { } named ? Root / named : KeyFile.Of(Root, profile);

    private string? Variable(string name) => Environment.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;
}
