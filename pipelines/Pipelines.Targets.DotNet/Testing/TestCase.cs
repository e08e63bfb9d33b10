namespace Pipelines.Targets.DotNet.Testing;

/// <summary>One executed or skipped test.</summary>
/// <param name="Name">With its class and arguments.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="Message">Why it failed or was skipped; empty for one that passed.</param>
/// <param name="StackTrace">Where it failed; empty elsewhere.</param>
internal sealed record TestCase(string Name, TestOutcome Outcome, string Message, string StackTrace);
