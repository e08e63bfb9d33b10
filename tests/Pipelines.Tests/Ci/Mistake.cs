namespace Pipelines.Tests.Ci;

/// <summary>Workflows with a mistake in them.</summary>
/// <param name="Id">Of the rule that finds it.</param>
/// <param name="Subject">Part of the place that is named.</param>
/// <param name="Message">Part of what is said.</param>
/// <param name="Workflows">With the mistake.</param>
internal sealed record Mistake(string Id, string Subject, string Message, Func<ShopBuild, IEnumerable<Workflow>> Workflows)
{
    public CiSystem Systems { get; init; } = CiSystem.All;

    public override string ToString() => $"{Id} {Message}";
}
