namespace Pipelines.Delivery.Execution;

/// <summary>What came of asking a stage for something.</summary>
/// <param name="ExitCode">One of <see cref="ExitCodes"/>; anything but success stops the stages after it.</param>
/// <param name="Message">What happened, why, and what to do next.</param>
public sealed record StageResult(int ExitCode, string Message);
