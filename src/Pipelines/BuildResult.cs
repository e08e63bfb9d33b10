using System.Collections.Immutable;

namespace Pipelines;

/// <summary>How a run ended, as its caller sees it.</summary>
/// <param name="ExitCode">See <see cref="ExitCodes"/>.</param>
/// <param name="Plan">What was meant to run; empty when the command line or the definition was wrong.</param>
/// <param name="Targets">What became of each planned target, in the plan's order; empty when only the plan or help was asked for.</param>
public sealed record BuildResult(int ExitCode, ExecutionPlan Plan, ImmutableArray<TargetOutcome> Targets)
{
    /// <summary>What is wrong with the command line or the definition, one problem an item; empty when nothing is.</summary>
    public ImmutableArray<string> Problems { get; init; } = [];

    internal Func<string, object?> ResultOf { get; init; } = _ => null;

    /// <summary>The outcome of a target.</summary>
    /// <exception cref="DefinitionException">The run's plan does not have it.</exception>
    public TargetOutcome Outcome(string target) => Targets.FirstOrDefault(outcome => outcome.Name == target)
        ?? throw new DefinitionException($"Target '{target}' is not part of this run. Its targets: {string.Join(", ", Targets.Select(outcome => outcome.Name))}.");

    /// <summary>The typed result of a target.</summary>
    /// <exception cref="DefinitionException">It gave none, or one of another type.</exception>
    public TResult Result<TResult>(string target) => ResultOf(target) is TResult typed
        ? typed
        : throw new DefinitionException($"Target '{target}' gave no {typeof(TResult).Name} in this run ({Outcome(target).Status}).");
}
