using System.Collections.Immutable;

namespace Pipelines.Parameters;

/// <summary>Collects the strongest text for each parameter.</summary>
internal sealed class ParameterSources(ImmutableArray<ParameterDeclaration> declarations, IReadOnlyDictionary<string, string> environment, AbsolutePath root, List<string> problems)
{
    /// <summary>One text for each parameter that has any.</summary>
    public IEnumerable<RawValue> Read(Invocation invocation)
    {
        var strongest = new Dictionary<ParameterDeclaration, RawValue>();
        foreach (var value in invocation.Values.Concat(declarations.Select(FromEnvironment).OfType<RawValue>()).Concat(Files(invocation.Options.Profiles).SelectMany(file => file.Read())))
        {
            strongest.TryAdd(value.Parameter, value);
        }

        return strongest.Values;
    }

    /// <summary>Names of the profiles that have a file.</summary>
    public static IEnumerable<string> Profiles(AbsolutePath root) => Directory.Exists(root / ".nuke")
        ? Directory.EnumerateFiles(root / ".nuke", "parameters.*.json").Select(file => Path.GetFileNameWithoutExtension(file)["parameters.".Length..]).Order(StringComparer.Ordinal)
        : [];

    /// <summary>The items in one text, such as a variable's.</summary>
    public static ImmutableArray<string> Items(ParameterDeclaration parameter, string text) =>
        [.. text.Split(parameter.Separator ?? " ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    // An empty variable counts as unset: CI systems define variables for secrets that a fork does not have.
    private RawValue? FromEnvironment(ParameterDeclaration parameter)
    {
        foreach (var variable in parameter.Variables)
        {
            if (environment.TryGetValue(variable, out var text) && text.Length > 0)
            {
                return new(parameter, parameter.Type.IsCollection ? Items(parameter, text) : [text], new(ValueSourceKind.Environment, variable));
            }
        }

        return null;
    }

    private IEnumerable<ParameterFile> Files(ImmutableArray<string> profiles)
    {
        foreach (var profile in profiles.Reverse())
        {
            if (File.Exists(root / ParameterFile.NameOf(profile)))
            {
                yield return FileOf(profile);
            }
            else
            {
                problems.Add($"Profile '{profile}' has no file {ParameterFile.NameOf(profile)}.{Nearest.Hint(profile, Profiles(root))}");
            }
        }

        yield return FileOf(profile: null);
    }

    private ParameterFile FileOf(string? profile) => new(root, profile, declarations, problems);
}
