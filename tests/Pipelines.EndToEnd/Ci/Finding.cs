using System.Collections.Immutable;
using System.Text.Json;

namespace Pipelines.EndToEnd.Ci;

/// <summary>What a checker does not like.</summary>
/// <param name="Tool">Its name: <c>languageservice</c>, <c>actionlint</c>, <c>gitlab-schema</c> or <c>gitlab-ci-local</c>.</param>
/// <param name="Line">From 1; null where the checker does not know.</param>
internal sealed record Finding(string Tool, string File, int? Line, string Message)
{
    /// <summary>One finding a line, as the scripts write them.</summary>
    public static ImmutableArray<Finding> Read(string lines) =>
        [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Finding>(line, JsonSerializerOptions.Web)!)];

    public override string ToString() => $"{File}:{Line} [{Tool}] {Message}";
}
