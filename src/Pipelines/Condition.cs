using System.Collections.Immutable;

namespace Pipelines;

/// <summary>When a job takes part. Both systems can say all of it; what only one can is written with <see cref="Only"/>.</summary>
public abstract record Condition
{
    private Condition()
    {
    }

    /// <summary>The run is of a pull request.</summary>
    public static Condition PullRequest { get; } = new OfPullRequest();

    /// <summary>The run is of a tag.</summary>
    public static Condition Tag { get; } = new OfTag();

    /// <summary>The run is of a pull request from a branch of this repository, not of a fork.</summary>
    public static Condition OwnPullRequest { get; } = new OfOwnPullRequest();

    /// <summary>The run is of this branch, not of a pull request into it.</summary>
    public static Condition Branch(string name) => new OfBranch(name);

    /// <summary>The form was filled in with this value.</summary>
    public static Condition Input(string name, string value) => new InputIs(name, value);

    /// <summary>A variable of the settings has this value.</summary>
    public static Condition Variable(string name, string value) => new VariableIs(name, value);

    /// <summary>What no word here says, as each system writes it.</summary>
    /// <param name="github">An expression without <c>${{ }}</c>.</param>
    /// <param name="gitlab">The text of a <c>rules:if</c>.</param>
    public static Condition Only(string github, string gitlab) => new Raw(github, gitlab);

    /// <summary>Both hold.</summary>
    public static Condition operator &(Condition left, Condition right) => new All([left, right]);

    /// <summary>One of them holds.</summary>
    public static Condition operator |(Condition left, Condition right) => new Any([left, right]);

    /// <inheritdoc cref="op_BitwiseAnd(Condition, Condition)"/>
    public static Condition BitwiseAnd(Condition left, Condition right) => left & right;

    /// <inheritdoc cref="op_BitwiseOr(Condition, Condition)"/>
    public static Condition BitwiseOr(Condition left, Condition right) => left | right;

    internal sealed record OfPullRequest : Condition;

    internal sealed record OfOwnPullRequest : Condition;

    internal sealed record OfTag : Condition;

    internal sealed record OfBranch(string Name) : Condition;

    internal sealed record InputIs(string Name, string Value) : Condition;

    internal sealed record VariableIs(string Name, string Value) : Condition;

    internal sealed record Raw(string GitHub, string GitLab) : Condition;

    internal sealed record All(ImmutableArray<Condition> Parts) : Condition;

    internal sealed record Any(ImmutableArray<Condition> Parts) : Condition;
}
