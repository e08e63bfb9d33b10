namespace Pipelines.Targets.Delivery.Migrations;

/// <summary>A statement of a migration.</summary>
/// <param name="Text">With the comments before it.</param>
/// <param name="Line">Where it begins, from 1.</param>
internal sealed record SqlStatement(string Text, int Line)
{
    /// <summary>The pattern of comments, texts and the bodies of functions: none of them changes a table or ends a statement.</summary>
    public const string Aside = @"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'|\$(?<tag>\w*)\$.*?\$\k<tag>\$";
}
