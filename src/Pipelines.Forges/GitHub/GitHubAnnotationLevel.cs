using System.Text.Json.Serialization;

namespace Pipelines.Forges.GitHub;

/// <summary>How much an annotation matters.</summary>
public enum GitHubAnnotationLevel
{
    /// <summary>Worth knowing.</summary>
    [JsonStringEnumMemberName("notice")]
    Notice,

    /// <summary>A warning.</summary>
    [JsonStringEnumMemberName("warning")]
    Warning,

    /// <summary>A reason for the failure.</summary>
    [JsonStringEnumMemberName("failure")]
    Failure,
}
