using System.Text.Json.Serialization;

namespace Pipelines.Forges.GitLab;

/// <summary>What a status says of a commit.</summary>
public enum GitLabCommitState
{
    /// <summary>It has yet to begin.</summary>
    [JsonStringEnumMemberName("pending")]
    Pending,

    /// <summary>It runs.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It passed.</summary>
    [JsonStringEnumMemberName("success")]
    Success,

    /// <summary>It did not pass.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It was stopped.</summary>
    [JsonStringEnumMemberName("canceled")]
    Canceled,
}
