namespace Pipelines.Ci.GitHub;

/// <summary>Texts and conditions in GitHub's words.</summary>
internal static class GitHubExpression
{
    /// <summary>A text of a file, each part that is not known yet between <c>${{</c> and <c>}}</c>.</summary>
    public static string Text(Expr expression) => string.Concat(ExprText.Parts(expression).Select(part => part is Expr.Literal literal
        ? Escaped(literal.Text)
        : $"${{{{ {Term(part)} }}}}"));

    /// <summary>The text, which GitHub does not take for an expression.</summary>
    public static string Escaped(string text) => text.Replace("${{", "${{ '${{' }}", StringComparison.Ordinal);

    /// <summary>A condition without <c>${{ }}</c>.</summary>
    public static string If(Condition condition) => condition switch
    {
        Condition.OfPullRequest => "github.event_name == 'pull_request'",
        Condition.OfOwnPullRequest => "github.event.pull_request.head.repo.full_name == github.repository",
        Condition.OfTag => "github.ref_type == 'tag'",
        Condition.OfBranch branch => $"github.ref == {Quoted($"refs/heads/{branch.Name}")}",
        Condition.InputIs input => $"inputs.{input.Name} == {Quoted(input.Value)}",
        Condition.VariableIs variable => $"vars.{variable.Name} == {Quoted(variable.Value)}",
        Condition.Raw raw => raw.GitHub,
        Condition.All all => string.Join(" && ", all.Parts.Select(Factor)),
        Condition.Any any => string.Join(" || ", any.Parts.Select(If)),
        _ => throw new InvalidOperationException($"There are no words for {condition}."),
    };

    /// <summary>The <c>if</c> of a job; null where it has none.</summary>
    public static string? If(Condition? condition, JobStart start)
    {
        var status = start switch
        {
            // On its own that would also be true when something failed long before, as it is not on GitLab.
            JobStart.AfterFailure => "failure() && contains(needs.*.result, 'failure')",
            JobStart.Always => "!cancelled()",
            JobStart.EvenCancelled => "always()",
            _ => null,
        };
        var when = condition is null ? null : status is null ? If(condition) : Factor(condition);
        return (status, when) switch
        {
            (null, null) => null,
            (null, _) => $"${{{{ {when} }}}}",
            (_, null) => $"${{{{ {status} }}}}",
            _ => $"${{{{ {status} && {when} }}}}",
        };
    }

    private static string Factor(Condition condition) => If(condition) is var text && text.Contains(" || ", StringComparison.Ordinal) ? $"({text})" : text;

    private static string Term(Expr part) => part switch
    {
        Expr.Known { Fact: CiFact.Commit } => "github.sha",
        Expr.Known { Fact: CiFact.Branch or CiFact.BranchSlug } => "github.head_ref || github.ref_name",
        Expr.Known { Fact: CiFact.PullRequest } => "github.event.pull_request.number",
        Expr.InputValue input => $"inputs.{input.Name}",
        Expr.SecretValue secret => $"secrets.{secret.Name}",
        Expr.VariableValue variable => $"vars.{variable.Name}",
        Expr.AxisValue axis => $"matrix.{axis.Name}",
        _ => throw new InvalidOperationException($"There are no words for {part}."),
    };

    /// <summary>A text within an expression.</summary>
    public static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
