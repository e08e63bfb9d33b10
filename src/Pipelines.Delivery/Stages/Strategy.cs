using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Stages;

/// <summary>How traffic moves from the current release to the next; the options of one kind of strategy.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Rolling), "rolling")]
[JsonDerivedType(typeof(BlueGreen), "blue-green")]
[JsonDerivedType(typeof(Canary), "canary")]
public abstract record Strategy
{
    private protected Strategy()
    {
    }

    /// <summary>The kind, as plans and messages name it.</summary>
    [JsonIgnore]
    public abstract string Word { get; }

    /// <summary>Whether it decides by measurements, so that a stage without any would promote blindly.</summary>
    [JsonIgnore]
    public virtual bool NeedsAnalysis => false;

    /// <summary>Everything that contradicts itself, a sentence each.</summary>
    public virtual IEnumerable<string> Problems() => [];
}
