namespace Pipelines.Execution;

/// <summary>The exit code of a run.</summary>
internal static class Verdict
{
    public static int Of(IEnumerable<TargetOutcome> outcomes, bool cancelled) => cancelled
        ? ExitCodes.Cancelled
        : outcomes.Where(outcome => outcome.Status == TargetStatus.Failed).Select(Of).DefaultIfEmpty(ExitCodes.Success).Max();

    private static int Of(TargetOutcome failed) => failed.Failure switch
    {
        TargetFailedException failure => Math.Max(failure.ExitCode, ExitCodes.Failed),
        DefinitionException => ExitCodes.Invalid,
        _ => ExitCodes.Failed,
    };
}
