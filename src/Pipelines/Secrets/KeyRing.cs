using System.Collections.Concurrent;
using System.Text;

namespace Pipelines.Secrets;

/// <summary>The keys of a run, each found once, when the first value needs it.</summary>
internal sealed class KeyRing(SecretSurroundings surroundings)
{
    private readonly ConcurrentDictionary<(KeyKind Kind, string? Profile), SecretKey> _keys = [];

    /// <summary>Gets each passphrase, so that it is hidden too.</summary>
    public Action<string> Mask { get; init; } = _ => { };

    /// <summary>Makes the key of a passphrase.</summary>
    public static SecretKey Of(string passphrase) => new(KeyKind.Passphrase, Encoding.UTF8.GetBytes(passphrase));

    /// <summary>The key that opens values of this kind in the file of the profile.</summary>
    /// <exception cref="DefinitionException">There is none; the message says how to give it.</exception>
    public async Task<SecretKey> FindAsync(KeyKind kind, SecretPlace place, bool mayAsk, CancellationToken cancellationToken)
    {
        if (_keys.TryGetValue((kind, place.Profile), out var known))
        {
            return known;
        }

        var key = kind == KeyKind.File
            ? new(kind, await new KeyFile(surroundings.KeyFileOf(place.Profile), surroundings.Runner()).ReadAsync(cancellationToken))
            : Of(await PassphraseAsync(place, mayAsk, cancellationToken));
        return _keys.GetOrAdd((kind, place.Profile), key);
    }

    private async Task<string> PassphraseAsync(SecretPlace place, bool mayAsk, CancellationToken cancellationToken)
    {
        var passphrase = surroundings.PassphraseOf(place.Profile) ?? await AskAsync(place, mayAsk, cancellationToken);
        Mask(passphrase);
        return passphrase;
    }

    private async Task<string> AskAsync(SecretPlace place, bool mayAsk, CancellationToken cancellationToken)
    {
        if (mayAsk && surroundings.Ask is { } ask && await ask($"Passphrase of {(place.Profile is null ? "the secrets" : $"profile '{place.Profile}'")} (not shown): ", cancellationToken) is { Length: > 0 } typed)
        {
            return typed;
        }

        var variables = string.Join(" or ", new[] { SecretSurroundings.VariableOf(place.Profile), SecretSurroundings.VariableOf(profile: null) }.Distinct(StringComparer.Ordinal));
        throw new DefinitionException($"{place} is encrypted with a passphrase. Set {variables} in the environment, or run on a terminal, where it is asked for{(surroundings.Ask is null ? "" : $" when a target says .Requires(() => {place.Parameter})")}.");
    }
}
