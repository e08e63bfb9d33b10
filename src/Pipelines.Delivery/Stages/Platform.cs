using System.Text.Json.Serialization;

namespace Pipelines.Delivery.Stages;

/// <summary>What runs the service of a stage; the options of one kind of platform.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(LocalPlatform), "local")]
public abstract record Platform
{
    private protected Platform()
    {
    }

    /// <summary>The kind, as plans and reports name it.</summary>
    [JsonIgnore]
    public abstract string Word { get; }

    /// <summary>Where visitors find the stage; null where only others know.</summary>
    [JsonIgnore]
    public virtual Uri? Address => null;

    /// <summary>Instances stay on the machine that deploys them.</summary>
    [JsonIgnore]
    public virtual bool IsThisMachine => false;

    /// <summary>What an instance does to count as ready, for who wonders why none became it; empty where the platform decides that.</summary>
    [JsonIgnore]
    public virtual string ReadyWords => "";
}
