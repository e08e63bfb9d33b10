using System.Text.RegularExpressions;

namespace Pipelines.Tests.Ci;

/// <summary>Whether the release before can live with a statement, as two releases share a database while one is rolled out or back.</summary>
internal static partial class SchemaChange
{
    /// <summary>What breaks; null where nothing does.</summary>
    public static string? Problem(string statement) => statement switch
    {
        _ when Takes().IsMatch(statement) => $"The release before still reads what '{statement}' takes away. Leave it until no such release runs.",
        _ when Demands().IsMatch(statement) => $"The release before writes nothing where '{statement}' demands a value. Give a default.",
        _ when Fills().IsMatch(statement) => $"The release before goes on to write rows that '{statement}' has passed. Fill them where they are read.",
        _ => null,
    };

    /// <summary>The statements that stand in quotes in a source.</summary>
    public static IReadOnlyList<string> In(string source) => [.. Quoted().Matches(source).Select(match => match.Groups["sql"].Value)];

    [GeneratedRegex(@"\brename\b|\bdrop\s+(table|view|column|index)\b|\balter\s+column\s+\w+\s+(set\s+data\s+)?type\b|\btruncate\b|\bdelete\s+from\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Takes();

    [GeneratedRegex(@"\bset\s+not\s+null\b|\badd\s+column\b(?!.*\bdefault\b).*\bnot\s+null\b|\badd\s+constraint\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Demands();

    [GeneratedRegex(@"^\s*update\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Fills();

    [GeneratedRegex(@"""(""""\s*)?(?<sql>(create|alter|update|drop|truncate|delete)\b[^""]*)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Quoted();
}
