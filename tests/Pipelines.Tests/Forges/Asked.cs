using System.Text.Json.Nodes;

namespace Pipelines.Tests.Forges;

/// <summary>A request as a server got it.</summary>
/// <param name="Method">Such as <c>GET</c>.</param>
/// <param name="Path">As it was sent, with its query.</param>
/// <param name="Body">Text.</param>
/// <param name="Header">Values of its headers; null for those that it has not.</param>
internal sealed record Asked(string Method, string Path, string Body, Func<string, string?> Header)
{
    public JsonNode Json => JsonNode.Parse(Body)!;

    public override string ToString() => $"{Method} {Path}";
}
