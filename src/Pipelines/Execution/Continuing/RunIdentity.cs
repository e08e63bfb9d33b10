using System.Collections.Immutable;
using Pipelines.Execution.Caching;
using Pipelines.Parameters;

namespace Pipelines.Execution.Continuing;

/// <summary>What must be the same for a run to go on where another one failed.</summary>
/// <param name="Code">Of the compiled build.</param>
/// <param name="Plan">All targets in order, those that are skipped with a dash in front.</param>
/// <param name="Invoked">Targets that were asked for.</param>
/// <param name="Values">Hashes of the parameters' values by name; without secrets, which may well be why the run failed.</param>
internal sealed record RunIdentity(string Code, ImmutableArray<string> Plan, ImmutableArray<string> Invoked, ImmutableArray<StatePart> Values)
{
    public static RunIdentity Of(ExecutionPlan plan, ParameterValues values, AbsolutePath root) => new(
        BuildCode.Stamp(),
        [.. plan.Targets.Select(target => target.SkipReason is null ? target.Name : $"-{target.Name}")],
        [.. plan.Targets.Where(target => target.Invoked).Select(target => target.Name)],
        [.. values.Given.Where(value => !value.Parameter.IsSecret).Select(value => new StatePart(StateKind.Value, value.Parameter.Name, TextHash.Of(InputText.Of(value.Value, root))))]);

    /// <summary>Why the other run cannot be gone on with; null when it can.</summary>
    public string? Difference(RunIdentity failed)
    {
        if (!failed.Plan.SequenceEqual(Plan, StringComparer.Ordinal))
        {
            return $"its plan was another one, for {string.Join(", ", failed.Invoked)}";
        }
        string[] changed = [.. Values.Except(failed.Values).Concat(failed.Values.Except(Values)).Select(value => value.Name).Distinct(StringComparer.Ordinal)];
        return changed.Length > 0 ? $"another value was given for {string.Join(", ", changed)}" : null;
    }
}
