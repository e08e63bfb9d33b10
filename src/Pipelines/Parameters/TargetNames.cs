namespace Pipelines.Parameters;

/// <summary>Finds targets as people write them: any case, dashes or not, joined by <c>+</c>.</summary>
internal sealed class TargetNames(IReadOnlyCollection<string> names, List<string> problems)
{
    private readonly Dictionary<string, string> _byKey = names.DistinctBy(Spelling.Key, StringComparer.Ordinal).ToDictionary(Spelling.Key, StringComparer.Ordinal);

    /// <summary>The word names a target.</summary>
    public bool Knows(string word) => word.Split('+').All(part => _byKey.ContainsKey(Spelling.Key(part)));

    /// <summary>The names in a word as they are declared; those that do not exist become problems.</summary>
    public IEnumerable<string> Read(string word)
    {
        foreach (var part in word.Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).DefaultIfEmpty(""))
        {
            if (_byKey.TryGetValue(Spelling.Key(part), out var name))
            {
                yield return name;
            }
            else
            {
                problems.Add(Meant(part) is { } near
                    ? $"Unknown target '{part}'. Did you mean '{near}'?"
                    : $"Unknown target '{part}'. Known targets: {string.Join(", ", names)}.");
            }
        }
    }

    // Other tools have a command 'help' where this one has an option.
    private string? Meant(string part) =>
        EngineOption.All.FirstOrDefault(option => Spelling.Key(option.Name) == Spelling.Key(part))?.Name ?? Nearest.To(part, names);
}
