using System.Collections.Immutable;
using Pipelines.Parameters;

namespace Pipelines.Secrets;

/// <summary>Finds secrets that are encrypted in a parameter file, kept in a file of their own (<c>file:PATH</c>), or known to a program (<c>op://...</c>).</summary>
internal sealed class SecretFinder(Type build, SecretSurroundings surroundings, Action<string> mask) : ISecretSource
{
    private const string FilePrefix = "file:";

    // Made when a secret needs them: most runs have none.
    private KeyRing Keys => field ??= new(surroundings) { Mask = mask };

    private ResolverCommand Resolvers => field ??= new(build, surroundings);

    /// <inheritdoc/>
    public bool IsReference(RawValue given) => given.Words.Any(word => IsSealed(word, given) || IsFile(word) || Resolvers.Knows(word));

    /// <inheritdoc/>
    public async Task<ImmutableArray<string>> FindAsync(RawValue given, bool mayAsk, CancellationToken cancellationToken)
    {
        var found = ImmutableArray.CreateBuilder<string>(given.Words.Length);
        foreach (var word in given.Words)
        {
            var value = await FindAsync(word, given, mayAsk, cancellationToken);
            mask(value);
            found.Add(value);
        }

        return found.MoveToImmutable();
    }

    // Elsewhere a value that starts like this is a value: nothing would say which profile it belongs to.
    private static bool IsSealed(string word, RawValue given) => given.Source.Kind == ValueSourceKind.File && word.StartsWith(SealedValue.Prefix, StringComparison.Ordinal);

    private static bool IsFile(string word) => word.StartsWith(FilePrefix, StringComparison.Ordinal);

    private async Task<string> FindAsync(string word, RawValue given, bool mayAsk, CancellationToken cancellationToken)
    {
        if (IsSealed(word, given))
        {
            var place = new SecretPlace(given.Parameter.Name, given.Source.Profile);
            var value = SealedValue.Read(word, place);
            return value.Open(await Keys.FindAsync(value.Kind, place, mayAsk, cancellationToken));
        }

        if (IsFile(word))
        {
            return await ReadAsync(word, given, cancellationToken);
        }

        return Resolvers.Knows(word) ? await Resolvers.ReadAsync(word, given.Parameter.Name, cancellationToken) : word;
    }

    private async Task<string> ReadAsync(string reference, RawValue given, CancellationToken cancellationToken)
    {
        var text = reference[FilePrefix.Length..];
        var path = surroundings.Root / (text.StartsWith("//", StringComparison.Ordinal) ? text[2..] : text);
        try
        {
            return (await File.ReadAllTextAsync(path, cancellationToken)).TrimEnd('\r', '\n') is { Length: > 0 } value
                ? value
                : throw new DefinitionException($"Parameter '{given.Parameter.Name}' (from {given.Source}) is to be read from {path}, which is empty. Write the value there.");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DefinitionException($"Parameter '{given.Parameter.Name}' (from {given.Source}) is to be read from {path}, which cannot be read: {exception.Message}");
        }
    }
}
