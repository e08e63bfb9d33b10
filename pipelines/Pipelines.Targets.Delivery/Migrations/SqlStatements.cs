using System.Text.RegularExpressions;

namespace Pipelines.Targets.Delivery.Migrations;

/// <summary>Finds the statements of a file.</summary>
internal static partial class SqlStatements
{
    /// <param name="text">Of the file.</param>
    /// <param name="isSql">The file is nothing but SQL; else statements stand in quotes, as in a source of C#.</param>
    public static IEnumerable<SqlStatement> In(string text, bool isSql) => (isSql ? Separated() : Quoted()).Matches(text)
        .Select(match => match.Groups["sql"])
        .Where(sql => !string.IsNullOrWhiteSpace(sql.Value))
        .Select(sql => At(text, sql));

    private static SqlStatement At(string text, Group sql)
    {
        var start = sql.Index + sql.Length - sql.Value.AsSpan().TrimStart().Length;
        return new(sql.Value.Trim(), text.AsSpan(0, start).Count('\n') + 1);
    }

    [GeneratedRegex($"""(?<sql>({SqlStatement.Aside}|"[^"]*"|[^;])+)(;|$)""", RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Separated();

    [GeneratedRegex(""" "(?:""\s*)?(?<sql>(?:--[^\n]*\n\s*)*(?:create|alter|update|drop|truncate|delete)\b[^"]*) """, RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Quoted();
}
