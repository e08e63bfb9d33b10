namespace Pipelines.Forges.GitLab;

/// <summary>Who did something.</summary>
/// <param name="Id">Of the account.</param>
/// <param name="Username">Name of the account.</param>
public sealed record GitLabUser(long Id, string Username);
