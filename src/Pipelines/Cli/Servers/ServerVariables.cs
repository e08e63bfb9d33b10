using System.Globalization;

namespace Pipelines.Cli.Servers;

/// <summary>What a CI server tells a job; a variable without a value counts as one that is not set.</summary>
internal sealed class ServerVariables(IReadOnlyDictionary<string, string> environment)
{
    public string? this[string name] => environment.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    public string Text(string name) => this[name] ?? "";

    public int? Number(string name) => int.TryParse(this[name], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public Uri? Address(string name) => Uri.TryCreate(this[name], UriKind.Absolute, out var address) ? address : null;
}
