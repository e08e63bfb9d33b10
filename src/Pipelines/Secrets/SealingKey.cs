namespace Pipelines.Secrets;

/// <summary>Chooses the key that values of a profile's file are encrypted with.</summary>
internal sealed class SealingKey(string? profile, SecretSurroundings surroundings)
{
    private const int ShortestPassphrase = 12;
    private readonly KeyRing _keys = new(surroundings);

    /// <summary>For people.</summary>
    public static string Name(KeyKind kind) => kind == KeyKind.File ? "key file" : "passphrase";

    /// <summary>The key that opens a value.</summary>
    public Task<SecretKey> OpeningAsync(KeyKind kind, SecretPlace place, CancellationToken cancellationToken) => _keys.FindAsync(kind, place, mayAsk: true, cancellationToken);

    /// <summary>The key file where there is one, else the passphrase; it has to open what is encrypted with it already.</summary>
    /// <exception cref="DefinitionException">Another key was used before, or none is given.</exception>
    public async Task<SecretKey> FindAsync(SecretStore store, CancellationToken cancellationToken)
    {
        var kind = File.Exists(surroundings.KeyFileOf(profile)) ? KeyKind.File : KeyKind.Passphrase;
        foreach (var (place, value) in store.Sealed.Where(entry => entry.Value.Kind == kind).Take(1))
        {
            var key = await OpeningAsync(kind, place, cancellationToken);
            value.Open(key);
            return key;
        }

        return kind == KeyKind.File
            ? await OpeningAsync(kind, new("", profile), cancellationToken)
            : Checked(surroundings.PassphraseOf(profile) ?? await TwiceAsync("Passphrase", cancellationToken), "PIPELINES_PASSPHRASE");
    }

    /// <summary>A key that was not used before.</summary>
    /// <exception cref="DefinitionException">Nobody gives a passphrase, or it is too short.</exception>
    public async Task<SecretKey> NewAsync(bool asFile, CancellationToken cancellationToken)
    {
        if (!asFile)
        {
            return Checked(surroundings.Environment.GetValueOrDefault("PIPELINES_NEW_PASSPHRASE") is { Length: > 0 } given ? given : await TwiceAsync("New passphrase", cancellationToken), "PIPELINES_NEW_PASSPHRASE");
        }

        // The old key stays beside the new one: a backup of the parameter file may need it.
        var path = surroundings.KeyFileOf(profile);
        if (File.Exists(path))
        {
            var old = $"{path}.old";
            if (File.Exists(old))
            {
                throw new DefinitionException($"{old} is there from an earlier change. Move it away first; keep it until nothing needs it.");
            }

            File.Move(path, old);
        }

        await KeyFile.WriteAsync(path, cancellationToken);
        return new(KeyKind.File, await new KeyFile(path, surroundings.Runner()).ReadAsync(cancellationToken));
    }

    private static SecretKey Checked(string passphrase, string source) => passphrase.Length >= ShortestPassphrase
        ? KeyRing.Of(passphrase)
        : throw new DefinitionException($"The passphrase (from {source} or typed) has {passphrase.Length} characters. Use at least {ShortestPassphrase}: whoever has the file can try as many as he likes.");

    private async Task<string> TwiceAsync(string name, CancellationToken cancellationToken)
    {
        if (surroundings.Ask is not { } ask)
        {
            var variable = name == "Passphrase" ? SecretSurroundings.VariableOf(profile) : "PIPELINES_NEW_PASSPHRASE";
            throw new DefinitionException($"There is no {name.ToLowerInvariant()}. Set {variable} in the environment, run on a terminal, or make a key file with --new-key.");
        }

        var first = await ask($"{name} (not shown): ", cancellationToken);
        return first == await ask($"{name} again: ", cancellationToken) && first is not null
            ? first
            : throw new DefinitionException("The two passphrases differ. Nothing was changed.");
    }
}
