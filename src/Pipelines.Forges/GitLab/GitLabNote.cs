namespace Pipelines.Forges.GitLab;

/// <summary>A comment on a merge request.</summary>
/// <param name="Id">Of the comment.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="System">GitLab wrote it, about what somebody did.</param>
public sealed record GitLabNote(long Id, string Body, GitLabUser Author, bool System);
