using System.Text.Json.Serialization;

namespace Pipelines.Forges.GitHub;

/// <summary>How a deployment stands, in GitHub's words.</summary>
public enum GitHubDeploymentState
{
    /// <summary>It is under way.</summary>
    [JsonStringEnumMemberName("in_progress")]
    InProgress,

    /// <summary>It succeeded; older ones of the environment become inactive.</summary>
    [JsonStringEnumMemberName("success")]
    Success,

    /// <summary>It failed.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,

    /// <summary>It broke.</summary>
    [JsonStringEnumMemberName("error")]
    Error,

    /// <summary>It no longer serves, or never did.</summary>
    [JsonStringEnumMemberName("inactive")]
    Inactive,
}
