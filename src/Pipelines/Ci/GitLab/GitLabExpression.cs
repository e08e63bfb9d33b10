using System.Text;

namespace Pipelines.Ci.GitLab;

/// <summary>Texts and conditions in GitLab's words.</summary>
internal static class GitLabExpression
{
    /// <summary>A value of a file; GitLab puts in what is not known yet.</summary>
    public static string Text(Expr expression)
    {
        var text = new StringBuilder();
        var parts = ExprText.Parts(expression);
        for (var index = 0; index < parts.Length; index++)
        {
            var runsOn = ExprText.RunsOn(parts[index], index + 1 < parts.Length ? parts[index + 1] : null);
            text.Append(parts[index] is Expr.Literal literal ? Escaped(literal.Text) : runsOn ? $"${{{Name(parts[index])}}}" : $"${Name(parts[index])}");
        }
        return text.ToString();
    }

    /// <summary>The text, in which GitLab puts nothing.</summary>
    public static string Escaped(string text) => text.Replace("$", "$$", StringComparison.Ordinal);

    /// <summary>The text of a <c>rules:if</c>.</summary>
    public static string If(Condition condition) => condition switch
    {
        Condition.OfPullRequest => "$CI_PIPELINE_SOURCE == \"merge_request_event\"",
        Condition.OfOwnPullRequest => "$CI_MERGE_REQUEST_SOURCE_PROJECT_ID == $CI_PROJECT_ID",
        Condition.OfTag => "$CI_COMMIT_TAG",
        Condition.OfBranch branch => $"$CI_COMMIT_BRANCH == {Quoted(branch.Name)}",
        Condition.InputIs input => $"${InputName(input.Name)} == {Quoted(input.Value)}",
        Condition.VariableIs variable => $"${variable.Name} == {Quoted(variable.Value)}",
        Condition.Raw raw => raw.GitLab,
        Condition.All all => string.Join(" && ", all.Parts.Select(part => Grouped(If(part)))),
        Condition.Any any => string.Join(" || ", any.Parts.Select(If)),
        _ => throw new InvalidOperationException($"There are no words for {condition}."),
    };

    /// <summary>Both hold; either may be absent.</summary>
    public static string? And(string? left, string? right) => (left, right) switch
    {
        (null, _) => right,
        (_, null) => left,
        _ => $"{Grouped(left)} && {Grouped(right)}",
    };

    /// <summary>An input has a name of its own, as every variable of the file is in the environment of every job.</summary>
    public static string InputName(string input) => $"INPUT_{input.Replace('-', '_').ToUpperInvariant()}";

    public static string AxisName(string axis) => axis.Replace('-', '_').ToUpperInvariant();

    /// <summary>A pattern with <c>*</c> as an expression between slashes.</summary>
    public static string Pattern(string glob) =>
        $"/^{string.Concat(glob.Select(letter => letter == '*' ? ".*" : char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' ? letter.ToString() : $"\\{letter}"))}$/";

    /// <summary>A text has no escapes there, so it takes the quotes that it does not have.</summary>
    public static string Quoted(string text) => text.Contains('"', StringComparison.Ordinal) ? $"'{text}'" : $"\"{text}\"";

    private static string Grouped(string condition) => condition.Contains(" || ", StringComparison.Ordinal) ? $"({condition})" : condition;

    private static string Name(Expr part) => part switch
    {
        Expr.Known { Fact: CiFact.Commit } => "CI_COMMIT_SHA",
        Expr.Known { Fact: CiFact.Branch } => "CI_COMMIT_REF_NAME",
        Expr.Known { Fact: CiFact.BranchSlug } => "CI_COMMIT_REF_SLUG",
        Expr.Known { Fact: CiFact.PullRequest } => "CI_MERGE_REQUEST_IID",
        Expr.InputValue input => InputName(input.Name),
        Expr.SecretValue secret => secret.Name,
        Expr.VariableValue variable => variable.Name,
        Expr.AxisValue axis => AxisName(axis.Name),
        _ => throw new InvalidOperationException($"There are no words for {part}."),
    };
}
