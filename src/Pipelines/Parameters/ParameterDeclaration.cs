using System.Collections.Immutable;
using System.Reflection;

namespace Pipelines.Parameters;

/// <summary>A parameter of a build: one name, and every member of class, bases and components that carries it.</summary>
/// <param name="Name">As the author wrote it, such as <c>ApiKey</c>.</param>
/// <param name="Type">How its text is read.</param>
/// <param name="Members">Fields and properties that get the value; at least one.</param>
internal sealed record ParameterDeclaration(string Name, ParameterType Type, ImmutableArray<MemberInfo> Members)
{
    /// <summary>One line for <c>--help</c>, if the author gave one.</summary>
    public string? Description { get; init; }

    /// <summary>The value is shown as <c>***</c>.</summary>
    public bool IsSecret { get; init; }

    /// <summary>No target runs before it has a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Separates items of a collection within a word; null when each item is a word.</summary>
    public string? Separator { get; init; }

    /// <summary>On the command line, such as <c>--api-key</c>.</summary>
    public string Option { get; } = "--" + Spelling.Kebab(Name);

    /// <summary>Variables that are looked up, in this order.</summary>
    public ImmutableArray<string> Variables => [Name, Spelling.UpperSnake(Name), "NUKE_" + Spelling.UpperSnake(Name), "NUKE_" + Name];
}
