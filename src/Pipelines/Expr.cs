using System.Collections.Immutable;

namespace Pipelines;

/// <summary>
/// A text of which CI knows parts only when it runs. It never becomes part of a shell line: each known part goes there by an environment variable.
/// Where a position cannot know a part, such as a secret in the name of an environment, generating fails with CI016.
/// </summary>
public abstract record Expr
{
    private Expr()
    {
    }

    /// <summary>The commit's full hash.</summary>
    public static Expr Commit { get; } = new Known(CiFact.Commit);

    /// <summary>The branch, or of a pull request the branch that it comes from.</summary>
    public static Expr Branch { get; } = new Known(CiFact.Branch);

    /// <summary>The branch or tag in a form that names and addresses take.</summary>
    public static Expr BranchSlug { get; } = new Known(CiFact.BranchSlug);

    /// <summary>Number of the pull request; empty where there is none.</summary>
    public static Expr PullRequest { get; } = new Known(CiFact.PullRequest);

    /// <summary>A text that is known now.</summary>
    public static implicit operator Expr(string text) => new Literal(text);

    /// <summary>One after the other.</summary>
    public static Expr operator +(Expr first, Expr second) => new Joined([first, second]);

    /// <summary>What was said in the form of a workflow that a person starts.</summary>
    public static Expr Input(string name) => new InputValue(name);

    /// <summary>A secret that is kept in the settings of the repository or environment; the job has to name it in <see cref="Job.Secrets"/>.</summary>
    public static Expr Secret(string name) => new SecretValue(name);

    /// <summary>A variable that is kept in the settings of the repository or environment.</summary>
    public static Expr Variable(string name) => new VariableValue(name);

    /// <summary>The value of an axis of the job's <see cref="Job.Matrix"/>.</summary>
    public static Expr Axis(string name) => new AxisValue(name);

    /// <inheritdoc cref="op_Implicit(string)"/>
    public static Expr FromString(string text) => text;

    /// <inheritdoc cref="op_Addition(Expr, Expr)"/>
    public static Expr Add(Expr left, Expr right) => left + right;

    internal sealed record Literal(string Text) : Expr;

    internal sealed record Known(CiFact Fact) : Expr;

    internal sealed record InputValue(string Name) : Expr;

    internal sealed record SecretValue(string Name) : Expr;

    internal sealed record VariableValue(string Name) : Expr;

    internal sealed record AxisValue(string Name) : Expr;

    internal sealed record Joined(ImmutableArray<Expr> Parts) : Expr;
}
