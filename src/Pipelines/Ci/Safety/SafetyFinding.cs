namespace Pipelines.Ci.Safety;

/// <summary>Something in a CI file that lets other people's work or words do harm.</summary>
/// <param name="Id">Name of the rule; zizmor's, where zizmor has it.</param>
/// <param name="Path">Where it stands: <c>jobs.build.steps[2].run</c>.</param>
/// <param name="Found">What stands there.</param>
/// <param name="Fix">The way out.</param>
internal sealed record SafetyFinding(string Id, string Path, string Found, string Fix);
