using System.Text;
using System.Text.Json;

namespace Pipelines.Forges.Rest;

/// <summary>Why a server refused, in its own words: <c>message</c> and <c>errors</c> of GitHub, <c>message</c> or <c>error</c> of GitLab.</summary>
internal static class RestProblem
{
    private const int Longest = 400;
    private static readonly string[] Keys = ["message", "error", "error_description", "errors", "detail", "validation"];

    /// <summary>One line, cut where it is long.</summary>
    public static string Read(byte[] body)
    {
        var text = Words(body).ReplaceLineEndings(" ").Trim();
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }

    private static string Words(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? root.GetRawText() : string.Join(' ', Keys.Where(key => root.TryGetProperty(key, out _)).Select(key => Text(root.GetProperty(key))));
        }
        catch (JsonException)
        {
            return Encoding.UTF8.GetString(body);
        }
    }

    private static string Text(JsonElement element) => element.ValueKind == JsonValueKind.String ? element.GetString()! : element.GetRawText();
}
