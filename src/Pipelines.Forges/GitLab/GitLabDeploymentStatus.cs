using System.Text.Json.Serialization;

namespace Pipelines.Forges.GitLab;

/// <summary>How a deployment stands, in GitLab's words.</summary>
public enum GitLabDeploymentStatus
{
    /// <summary>It is under way.</summary>
    [JsonStringEnumMemberName("running")]
    Running,

    /// <summary>It succeeded.</summary>
    [JsonStringEnumMemberName("success")]
    Success,

    /// <summary>It failed.</summary>
    [JsonStringEnumMemberName("failed")]
    Failed,

    /// <summary>It was given up.</summary>
    [JsonStringEnumMemberName("canceled")]
    Canceled,
}
