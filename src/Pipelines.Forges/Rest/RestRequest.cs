using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pipelines.Forges.Rest;

/// <summary>A request below the root of an API.</summary>
/// <param name="Method">What to do.</param>
/// <param name="Path">To what, with its query.</param>
internal sealed record RestRequest(HttpMethod Method, string Path)
{
    /// <summary>JSON; null for none.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Doing it twice is as good as once, so that it is tried again also when it may be done.</summary>
    public bool IsRepeatable { get; init; } = true;

    public static RestRequest Get(string path) => new(HttpMethod.Get, path);

    public static RestRequest Of<T>(HttpMethod method, string path, T body, JsonTypeInfo<T> type) =>
        new(method, path) { Body = JsonSerializer.SerializeToUtf8Bytes(body, type), IsRepeatable = method != HttpMethod.Post };

    public override string ToString() => $"{Method} {Path.Split('?')[0]}";
}
