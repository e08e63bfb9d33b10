using System.Collections.Immutable;

namespace Pipelines.Ci;

/// <summary>Texts that are partly known now.</summary>
internal static class ExprText
{
    /// <summary>For people: what is known when it runs stands in angles.</summary>
    public static string Plain(Expr expression) => string.Concat(Parts(expression).Select(part => part switch
    {
        Expr.Literal literal => literal.Text,
        Expr.Known known => $"<{known.Fact.ToString().ToLowerInvariant()}>",
        Expr.InputValue input => $"<input {input.Name}>",
        Expr.SecretValue secret => $"<secret {secret.Name}>",
        Expr.VariableValue variable => $"<variable {variable.Name}>",
        Expr.AxisValue axis => $"<{axis.Name}>",
        _ => "",
    }));

    /// <summary>The pieces, in order, none of them joined.</summary>
    public static ImmutableArray<Expr> Parts(Expr expression) => expression is Expr.Joined joined ? [.. joined.Parts.SelectMany(part => Parts(part))] : [expression];

    /// <summary>The text when all of it is known now; else null.</summary>
    public static string? Known(Expr expression) => Parts(expression) is var parts && parts.All(part => part is Expr.Literal)
        ? string.Concat(parts.Cast<Expr.Literal>().Select(part => part.Text))
        : null;

    /// <summary>A letter or digit follows what is known later, which a name of a variable would swallow.</summary>
    public static bool RunsOn(Expr expression) => Parts(expression) is var parts && parts.Zip(parts.Skip(1)).Any(pair => RunsOn(pair.First, pair.Second));

    /// <inheritdoc cref="RunsOn(Expr)"/>
    public static bool RunsOn(Expr part, Expr? next) => part is not Expr.Literal && next is Expr.Literal { Text: [var letter, ..] } && (char.IsAsciiLetterOrDigit(letter) || letter == '_');

    public static bool Reads<TPart>(Expr expression)
        where TPart : Expr => Parts(expression).Any(part => part is TPart);
}
