namespace Pipelines.Ci.GitLab;

/// <summary>An item of <c>needs</c>.</summary>
internal sealed record GitLabNeed(string Job, bool Artifacts);
