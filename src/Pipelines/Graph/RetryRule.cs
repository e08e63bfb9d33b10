namespace Pipelines.Graph;

/// <summary>How often failed work is done again.</summary>
/// <param name="Count">Tries after the first.</param>
/// <param name="Delay">Between tries.</param>
internal sealed record RetryRule(int Count, TimeSpan Delay)
{
    public static RetryRule None { get; } = new(0, TimeSpan.Zero);
}
