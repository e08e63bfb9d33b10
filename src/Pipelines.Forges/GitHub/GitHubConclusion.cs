using System.Text.Json.Serialization;

namespace Pipelines.Forges.GitHub;

/// <summary>How a check ended.</summary>
public enum GitHubConclusion
{
    /// <summary>It passed.</summary>
    [JsonStringEnumMemberName("success")]
    Success,

    /// <summary>It did not pass.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,

    /// <summary>It tells something and judges nothing.</summary>
    [JsonStringEnumMemberName("neutral")]
    Neutral,

    /// <summary>It was stopped.</summary>
    [JsonStringEnumMemberName("cancelled")]
    Cancelled,
}
