namespace Pipelines.Ci.GitHub;

/// <summary>A version of an action of GitHub, by its commit: a tag can be moved, a commit cannot.</summary>
/// <param name="Action">Such as <c>actions/checkout</c>.</param>
/// <param name="Version">Such as <c>v7.0.1</c>, for people and bots.</param>
/// <param name="Commit">40 digits.</param>
internal sealed record ActionPin(string Action, string Version, string Commit);
