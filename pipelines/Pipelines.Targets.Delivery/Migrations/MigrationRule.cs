using System.Text.RegularExpressions;

namespace Pipelines.Targets.Delivery.Migrations;

/// <summary>What a release must not do to the database of the release before it.</summary>
/// <param name="Id">Stays, also when the words change.</param>
/// <param name="Problem">What breaks, and the way out.</param>
internal sealed partial record MigrationRule(string Id, string Problem)
{
    private static readonly MigrationRule Takes = new("SQL001", "The release before still uses what this takes away, renames or retypes. Do it when no such release runs, and say so: '-- contract: why'.");
    private static readonly MigrationRule Demands = new("SQL002", "The release before writes nothing where this demands a value. Give a default, or demand it when no such release runs: '-- contract: why'.");
    private static readonly MigrationRule Fills = new("SQL003", "The release before goes on to write rows as it did, after this has passed them. Fill them where they are read or by a trigger, or when no such release runs: '-- contract: why'.");

    /// <summary>The rule that a statement breaks; null where the release before can live with it.</summary>
    public static MigrationRule? Broken(string statement) => Waived().IsMatch(statement) ? null : Aside().Replace(statement, " ") switch
    {
        var code when Taking().IsMatch(code) => Takes,
        var code when Demanding().IsMatch(code) => Demands,
        var code when Filling().IsMatch(code) => Fills,
        _ => null,
    };

    [GeneratedRegex(SqlStatement.Aside, RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Aside();

    // Only in the comment above a statement: within it, a line could be of a text.
    [GeneratedRegex(@"\A(\s*--[^\n]*\n)*?\s*--\s*contract:[^\S\n]*\S", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Waived();

    [GeneratedRegex(@"\brename\b|\bdrop\s+(table|view|column|index)\b|\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b|\btruncate\b|\bdelete\s+from\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Taking();

    [GeneratedRegex(@"\bset\s+not\s+null\b|\balter\s+table\b.*\badd\s+(column\s+)?(?!.*\bdefault\b).*\bnot\s+null\b|\badd\s+constraint\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Demanding();

    [GeneratedRegex(@"^\s*update\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Filling();
}
