using Pipelines.Ci.Yaml;

namespace Pipelines.Ci.Safety;

/// <summary>A node and the way to it.</summary>
/// <param name="Path">Keys and numbers from the top; empty there.</param>
/// <param name="Node">Null when there is nothing at the path.</param>
internal sealed record Place(string Path, YamlNode? Node)
{
    /// <summary>The text of a single value; null for anything else.</summary>
    public string? Text => (Node as YamlNode.Scalar)?.Text;

    /// <summary>What a key leads to.</summary>
    public Place this[string key] => new(Path.Length == 0 ? key : $"{Path}.{key}", (Node as YamlNode.Map)?[key]);

    /// <summary>The values of a map with their keys; none for anything else.</summary>
    public IEnumerable<(string Key, Place Value)> Entries => Node is YamlNode.Map map ? map.Entries.Select(entry => (entry.Key, this[entry.Key])) : [];

    /// <summary>The items of a list; a single value is the only item of its own.</summary>
    public IEnumerable<Place> Items => Node switch
    {
        YamlNode.Sequence sequence => sequence.Items.Select((item, index) => new Place($"{Path}[{index}]", item)),
        YamlNode.Scalar => [this],
        _ => [],
    };

    /// <summary>This place and every place below it.</summary>
    public IEnumerable<Place> All => Node switch
    {
        YamlNode.Map => Entries.SelectMany(entry => entry.Value.All).Prepend(this),
        YamlNode.Sequence => Items.SelectMany(item => item.All).Prepend(this),
        _ => [this],
    };

    /// <summary>The place as a finding.</summary>
    public SafetyFinding Is(string id, string fix) => new(id, Path, Text ?? "", fix);
}
