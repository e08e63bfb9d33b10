namespace Pipelines.Execution;

/// <summary>The exit code of a run.</summary>
internal static class Verdict
{
    public static int Of(IEnumerable<TargetOutcome> outcomes, bool cancelled)
    {
        var worst = cancelled ? ExitCodes.Cancelled : ExitCodes.Success;
        foreach (var failed in cancelled ? [] : outcomes.Where(outcome => outcome.Status == TargetStatus.Failed))
        {
            worst = Math.Max(worst, Of(failed));
        }
        return worst;
    }

    private static int Of(TargetOutcome failed) => failed.Failure switch
    {
        TargetFailedException failure => Math.Max(failure.ExitCode, ExitCodes.Failed),
        DefinitionException => ExitCodes.Invalid,
        _ => ExitCodes.Failed,
    };
}
