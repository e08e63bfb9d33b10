using System.Collections.Immutable;

namespace Pipelines.Execution;

/// <summary>What happens in a run, in order and one at a time. Texts are not masked yet.</summary>
internal abstract record RunEvent
{
    private RunEvent()
    {
    }

    public sealed record RunStarted(ExecutionPlan Plan) : RunEvent;

    public sealed record TargetStarted(string Target) : RunEvent;

    /// <summary>A target, a program of it, or the run itself said something.</summary>
    /// <param name="Target">Null for a line that belongs to no target.</param>
    /// <param name="Level">How much it matters.</param>
    /// <param name="Text">One or more lines.</param>
    public sealed record LineWritten(string? Target, LogLevel Level, string Text) : RunEvent;

    /// <summary>A query gave a piece of its answer.</summary>
    public sealed record Answered(string Target, string Text) : RunEvent;

    public sealed record StatusChanged(string Target, string Text) : RunEvent;

    /// <summary>The work failed and will be tried again.</summary>
    /// <param name="Target">Which will be tried again.</param>
    /// <param name="Try">The failed one, from 1.</param>
    /// <param name="Tries">How many there may be.</param>
    /// <param name="Reason">Why it failed.</param>
    /// <param name="Delay">Until the next try.</param>
    public sealed record TryFailed(string Target, int Try, int Tries, string Reason, TimeSpan Delay) : RunEvent;

    public sealed record TargetEnded(TargetOutcome Outcome) : RunEvent;

    public sealed record RunEnded(ImmutableArray<TargetOutcome> Outcomes, TimeSpan Duration, int ExitCode) : RunEvent;
}
