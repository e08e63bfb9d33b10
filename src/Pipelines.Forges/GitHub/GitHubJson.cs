using System.Text.Json.Serialization;

namespace Pipelines.Forges.GitHub;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(GitHubUser))]
[JsonSerializable(typeof(GitHubComment))]
[JsonSerializable(typeof(GitHubComment[]))]
[JsonSerializable(typeof(GitHubCommentBody))]
[JsonSerializable(typeof(GitHubPullRequest[]))]
[JsonSerializable(typeof(GitHubDeployment))]
[JsonSerializable(typeof(GitHubDeployment[]))]
[JsonSerializable(typeof(NewGitHubDeployment))]
[JsonSerializable(typeof(GitHubDeploymentStatus))]
[JsonSerializable(typeof(GitHubDeploymentStatus[]))]
[JsonSerializable(typeof(NewGitHubDeploymentStatus))]
[JsonSerializable(typeof(GitHubCheckBody))]
[JsonSerializable(typeof(GitHubCheckRun))]
internal sealed partial class GitHubJson : JsonSerializerContext;
