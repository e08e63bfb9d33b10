using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Stages;

/// <summary>Starts the next release at full size beside the current one, then switches all traffic at once.</summary>
public sealed record BlueGreen : Strategy
{
    /// <inheritdoc/>
    [JsonIgnore]
    public override string Word => "blue-green switch";
}
