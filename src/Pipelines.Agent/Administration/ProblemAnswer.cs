using System.Text.Json.Serialization;
using Pipelines.Agent.State;

namespace Pipelines.Agent.Administration;

/// <summary>Why a request was not carried out; what does not apply is left out.</summary>
internal sealed record ProblemAnswer(string Problem)
{
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Holder? Holder { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? Since { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public DateTimeOffset? ExpiresAt { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Length { get; init; }
}
