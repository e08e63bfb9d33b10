using System.Collections.Immutable;

namespace Pipelines.Ci.Checks;

/// <summary>A position of a file, with what is known there.</summary>
/// <param name="Words">For people.</param>
/// <param name="Contexts">GitHub's names of what is known, as its own schema lists them; a test compares both.</param>
internal sealed record ExprPlace(string Words, params ImmutableArray<string> Contexts)
{
    /// <summary>Key <c>env</c> of a workflow. Secrets are known there too, and withheld: each step of each job would have them.</summary>
    public static ExprPlace WorkflowVariable { get; } = new("a variable of the workflow", "github", "inputs", "vars");

    /// <summary>Key <c>env</c> of a step, where secrets stand only by their names.</summary>
    public static ExprPlace JobVariable { get; } = new("a variable or argument of a job", "github", "inputs", "vars", "secrets", "matrix");

    /// <summary>Keys <c>environment.name</c> and <c>environment.url</c>.</summary>
    public static ExprPlace Environment { get; } = new("the name or address of an environment", "github", "inputs", "vars", "matrix");

    /// <summary>Key <c>concurrency.group</c> of a job.</summary>
    public static ExprPlace JobConcurrency { get; } = new("the group of a job's concurrency", "github", "inputs", "vars", "matrix");

    /// <summary>Key <c>concurrency.group</c> of a workflow.</summary>
    public static ExprPlace WorkflowConcurrency { get; } = new("the group of a workflow's concurrency", "github", "inputs", "vars");

    public bool Knows(Expr part) => part is Expr.Literal || Contexts.Contains(ContextOf(part), StringComparer.Ordinal);

    /// <summary>GitHub's name of where a value comes from.</summary>
    public static string ContextOf(Expr part) => part switch
    {
        Expr.Known => "github",
        Expr.InputValue => "inputs",
        Expr.VariableValue => "vars",
        Expr.SecretValue => "secrets",
        Expr.AxisValue => "matrix",
        _ => "",
    };
}
