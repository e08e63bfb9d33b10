using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Stages;

/// <summary>Replaces instance by instance: one is added before one is taken away, and traffic follows capacity.</summary>
public sealed record Rolling : Strategy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Word => "rolling update";
}
