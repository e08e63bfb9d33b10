namespace Pipelines.Forges.GitLab;

/// <param name="Body">Markdown.</param>
internal sealed record GitLabNoteBody(string Body);
