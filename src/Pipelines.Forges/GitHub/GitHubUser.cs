namespace Pipelines.Forges.GitHub;

/// <summary>Who did something.</summary>
/// <param name="Login">Name of the account.</param>
/// <param name="Type"><c>User</c>, or <c>Bot</c> for an app such as GitHub Actions.</param>
public sealed record GitHubUser(string Login, string Type);
