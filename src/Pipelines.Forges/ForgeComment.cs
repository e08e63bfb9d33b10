namespace Pipelines.Forges;

/// <summary>A comment on a change request.</summary>
/// <param name="Id">Of the comment.</param>
/// <param name="Body">Markdown.</param>
public sealed record ForgeComment(long Id, string Body);
