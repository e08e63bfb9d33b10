using System.Collections.Immutable;
using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Hides secrets in what a run tells while each text is still whole: hosts break lines, cut them and escape them.</summary>
internal static class MaskedEvents
{
    public static RunEvent Of(RunEvent happened, SecretMask mask) => happened switch
    {
        RunEvent.LineWritten line => line with { Text = mask.Apply(line.Text) },
        RunEvent.StatusChanged changed => changed with { Text = mask.Apply(changed.Text) },
        RunEvent.TryFailed failed => failed with { Reason = mask.Apply(failed.Reason) },
        RunEvent.TargetEnded ended => new RunEvent.TargetEnded(Of(ended.Outcome, mask)),
        RunEvent.RunEnded end => end with { Outcomes = ImmutableArray.CreateRange(end.Outcomes, Of, mask) },
        _ => happened,
    };

    private static TargetOutcome Of(TargetOutcome outcome, SecretMask mask) => outcome.Reason is null && outcome.Figures.IsEmpty && outcome.Details.IsEmpty
        ? outcome
        : outcome with
        {
            Reason = outcome.Reason is { } reason ? mask.Apply(reason) : null,
            Figures = Of(outcome.Figures, mask),
            Details = Of(outcome.Details, mask),
        };

    private static ImmutableArray<Figure> Of(ImmutableArray<Figure> said, SecretMask mask) =>
        [.. said.Select(pair => new Figure(mask.Apply(pair.Name), mask.Apply(pair.Value)))];
}
