namespace Pipelines.Forges.GitLab;

/// <summary>A merge request as a list shows it.</summary>
/// <param name="Iid">Number in its project, as people say it.</param>
/// <param name="State"><c>opened</c>, <c>closed</c> or <c>merged</c>.</param>
public sealed record GitLabMergeRequest(int Iid, string State);
