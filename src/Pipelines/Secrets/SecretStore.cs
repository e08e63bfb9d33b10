using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pipelines.Parameters;

namespace Pipelines.Secrets;

/// <summary>A parameter file as the place of secrets: read as a whole, written as a whole or not at all.</summary>
internal sealed class SecretStore
{
    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private readonly AbsolutePath _path;
    private readonly string? _profile;
    private readonly JsonObject _members;

    private SecretStore(AbsolutePath path, string? profile, JsonObject members) => (_path, _profile, _members) = (path, profile, members);

    /// <summary>From the root, for messages.</summary>
    public string Name => ParameterFile.NameOf(_profile);

    /// <summary>Every encrypted value, with its place.</summary>
    public IEnumerable<(SecretPlace Place, SealedValue Value)> Sealed =>
        from member in _members
        where TextOf(member.Value)?.StartsWith(SealedValue.Prefix, StringComparison.Ordinal) == true
        let place = new SecretPlace(member.Key, _profile)
        select (place, SealedValue.Read(TextOf(member.Value)!, place));

    /// <summary>Reads the file of a profile; one that is not there is empty.</summary>
    /// <exception cref="DefinitionException">It is no JSON object, or has comments, which would be lost.</exception>
    public static SecretStore Read(AbsolutePath root, string? profile)
    {
        var path = root / ParameterFile.NameOf(profile);
        var text = File.Exists(path) ? File.ReadAllText(path) : "";
        try
        {
            var members = text.Trim().Length == 0
                ? new JsonObject()
                : JsonNode.Parse(text, nodeOptions: null, new JsonDocumentOptions { AllowTrailingCommas = true }) as JsonObject ?? throw new JsonException("It is no object.");

            // A name that comes twice is found out only by looking.
            _ = members.ContainsKey("");
            return new(path, profile, members);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            throw new DefinitionException($"{ParameterFile.NameOf(profile)} cannot be changed here: {exception.Message} Make it a JSON object without comments, which would be lost.");
        }
    }

    /// <summary>The text of a parameter, or null when the file does not have it as text.</summary>
    public string? Find(string parameter) => NameOf(parameter) is { } name ? TextOf(_members[name]) : null;

    /// <summary>Adds or replaces a text.</summary>
    public void Set(string parameter, string text) => _members[NameOf(parameter) ?? parameter] = text;

    /// <summary>Takes a parameter out; false when it is not there.</summary>
    public bool Remove(string parameter) => NameOf(parameter) is { } name && _members.Remove(name);

    /// <summary>Writes the file, with the folder above it.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(_path.Parent!);
        var draft = $"{_path}.{Path.GetRandomFileName()}";
        try
        {
            await File.WriteAllTextAsync(draft, _members.ToJsonString(Layout) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), cancellationToken);
            File.Move(draft, _path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private static string? TextOf(JsonNode? node) => node is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private string? NameOf(string parameter) => _members.Select(member => member.Key).FirstOrDefault(name => Spelling.Key(name) == Spelling.Key(parameter));
}
