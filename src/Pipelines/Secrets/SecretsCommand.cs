using System.Collections.Immutable;
using Pipelines.Parameters;

namespace Pipelines.Secrets;

/// <summary>Keeps the encrypted values of a parameter file: <c>./build.sh Secrets</c>.</summary>
internal sealed class SecretsCommand(SecretsLine line, ImmutableArray<ParameterDeclaration> parameters, SecretSurroundings surroundings, IInput? input, TextWriter output)
{
    private const int ShortestSecret = 4;
    private readonly SealingKey _key = new(line.Profile, surroundings);

    /// <summary>Does what the line asks for.</summary>
    /// <exception cref="DefinitionException">A name is wrong, nobody gives the value, or a key does not fit.</exception>
    public Task RunAsync(CancellationToken cancellationToken)
    {
        var store = SecretStore.Read(surroundings.Root, line.Profile);
        return line switch
        {
            { Set: { } name } => SetAsync(store, Parameter(name), cancellationToken),
            { Remove: { } name } => RemoveAsync(store, name, cancellationToken),
            { Rotate: true } => RotateAsync(store, cancellationToken),
            { NewKey: true } => NewKeyAsync(cancellationToken),
            _ => ListAsync(store),
        };
    }

    private async Task SetAsync(SecretStore store, ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        if (line.NewKey)
        {
            await NewKeyAsync(cancellationToken);
        }

        var value = await ValueAsync(parameter, cancellationToken);
        if (value.Trim().Length < ShortestSecret)
        {
            throw new DefinitionException($"The value of '{parameter.Name}' has fewer than {ShortestSecret} characters: one so short cannot be masked without blanking unrelated text.");
        }

        var key = await _key.FindAsync(store, cancellationToken);
        store.Set(parameter.Name, SealedValue.Write(value, key, new(parameter.Name, line.Profile)));
        await store.SaveAsync(cancellationToken);
        await output.WriteLineAsync($"Set '{parameter.Name}' in {store.Name}, encrypted with the {SealingKey.Name(key.Kind)}.");
    }

    private async Task RemoveAsync(SecretStore store, string name, CancellationToken cancellationToken)
    {
        if (!store.Remove(name))
        {
            throw new DefinitionException($"{store.Name} does not have '{name}'.{Nearest.Hint(name, store.Sealed.Select(value => value.Place.Parameter))}");
        }

        await store.SaveAsync(cancellationToken);
        await output.WriteLineAsync($"Removed '{name}' from {store.Name}.");
    }

    private async Task RotateAsync(SecretStore store, CancellationToken cancellationToken)
    {
        var open = new List<(SecretPlace Place, string Value)>();
        foreach (var (place, value) in store.Sealed)
        {
            open.Add((place, value.Open(await _key.OpeningAsync(value.Kind, place, cancellationToken))));
        }

        var key = await _key.NewAsync(line.NewKey, cancellationToken);
        foreach (var (place, value) in open)
        {
            store.Set(place.Parameter, SealedValue.Write(value, key, place));
        }

        await store.SaveAsync(cancellationToken);
        await output.WriteLineAsync($"Encrypted {open.Count} values of {store.Name} anew, with a new {SealingKey.Name(key.Kind)}.");
    }

    private async Task NewKeyAsync(CancellationToken cancellationToken)
    {
        var path = surroundings.KeyFileOf(line.Profile);
        await KeyFile.WriteAsync(path, cancellationToken);
        await output.WriteLineAsync($"Made {path}. It is not under version control: give it to those who need it by another way, and keep a copy.");
    }

    private async Task ListAsync(SecretStore store)
    {
        await output.WriteLineAsync($"Secrets of {store.Name}");
        foreach (var parameter in parameters.Where(parameter => parameter.IsSecret))
        {
            await output.WriteLineAsync($"  {parameter.Name}: {State(store, parameter.Name)}");
        }
    }

    private string State(SecretStore store, string parameter) => store.Find(parameter) switch
    {
        null => "not there",
        var text when text.StartsWith(SealedValue.Prefix, StringComparison.Ordinal) => $"encrypted with the {SealingKey.Name(SealedValue.Read(text, new(parameter, line.Profile)).Kind)}",
        var text when text.Contains("://", StringComparison.Ordinal) || text.StartsWith("file:", StringComparison.Ordinal) => "a reference, or an address in plain text",
        _ => $"in plain text; encrypt it with {new SecretPlace(parameter, line.Profile).SetCommand}",
    };

    private ParameterDeclaration Parameter(string name)
    {
        if (parameters.FirstOrDefault(parameter => Spelling.Key(parameter.Name) == Spelling.Key(name)) is not { } found)
        {
            throw new DefinitionException($"Unknown parameter '{name}'.{Nearest.Hint(name, parameters.Select(parameter => parameter.Name))}");
        }

        return found.IsSecret && !found.Type.IsCollection ? found : throw new DefinitionException($"Parameter '{found.Name}' is not a single secret. Write it into the file as it is, or make it one with [Secret].");
    }

    private async Task<string> ValueAsync(ParameterDeclaration parameter, CancellationToken cancellationToken)
    {
        var value = input switch
        {
            null => null,
            { IsTerminal: true } => await input.AskAsync($"Value of '{parameter.Name}' (not shown): ", hidden: true, cancellationToken),
            _ => (await input.ReadToEndAsync(cancellationToken)).TrimEnd('\r', '\n'),
        };
        return value is { Length: > 0 } ? value : throw new DefinitionException($"No value for '{parameter.Name}' was given. Type it on a terminal, or pipe it in.");
    }
}
