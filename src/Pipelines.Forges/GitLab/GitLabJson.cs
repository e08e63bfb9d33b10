using System.Text.Json.Serialization;

namespace Pipelines.Forges.GitLab;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(GitLabUser))]
[JsonSerializable(typeof(GitLabNote))]
[JsonSerializable(typeof(GitLabNote[]))]
[JsonSerializable(typeof(GitLabNoteBody))]
[JsonSerializable(typeof(GitLabMergeRequest[]))]
[JsonSerializable(typeof(GitLabDeployment))]
[JsonSerializable(typeof(NewGitLabDeployment))]
[JsonSerializable(typeof(GitLabDeploymentChange))]
[JsonSerializable(typeof(GitLabCommitStatus))]
[JsonSerializable(typeof(NewGitLabCommitStatus))]
internal sealed partial class GitLabJson : JsonSerializerContext;
