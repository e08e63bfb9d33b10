namespace Pipelines.Completion;

/// <summary>What may stand behind an option.</summary>
/// <param name="Values">Those that can be listed.</param>
internal sealed record Choices(IEnumerable<string> Values)
{
    /// <summary>Up to the next option.</summary>
    public bool Many { get; init; }

    /// <summary>Nothing has to stand there.</summary>
    public bool Optional { get; init; }
}
