using System.Collections.Immutable;

namespace Pipelines;

/// <summary>What a person, or a calling workflow, says when it starts a workflow. Jobs read it with <see cref="Expr.Input"/>.</summary>
/// <param name="Name">Lower case with dashes, such as <c>dry-run</c>.</param>
public sealed record Input(string Name)
{
    /// <summary>Shown in the form.</summary>
    public string Description { get; init; } = "";

    /// <summary>The only values that can be chosen; empty takes any text.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>Yes or no.</summary>
    public bool IsFlag { get; init; }

    /// <summary>Taken when nothing is said; one of <see cref="Options"/> where there are any.</summary>
    public string Default { get; init; } = "";

    /// <summary>The form cannot be sent without it.</summary>
    public bool Required { get; init; }

    /// <summary>One of several values.</summary>
    public static Input Choice(string name, params ImmutableArray<string> options) => new(name) { Options = options, Required = true };

    /// <summary>Yes or no; no unless said.</summary>
    public static Input Flag(string name) => new(name) { IsFlag = true, Default = "false" };
}
