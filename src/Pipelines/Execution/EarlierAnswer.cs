using Pipelines.Execution.Caching;

namespace Pipelines.Execution;

/// <summary>What earlier runs mean for a target.</summary>
/// <param name="Outcome">How it ends without work; null when it has to work.</param>
/// <param name="State">What its success will depend on; null when that will not be remembered.</param>
/// <param name="Cause">Why it has to work although it can be remembered; null else.</param>
internal sealed record EarlierAnswer(TargetOutcome? Outcome, TargetState? State, string? Cause)
{
    public static EarlierAnswer Nothing { get; } = new(Outcome: null, State: null, Cause: null);
}
