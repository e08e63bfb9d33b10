namespace Pipelines.Targets.DotNet.Testing;

/// <summary>How a test ended.</summary>
internal enum TestOutcome
{
    /// <summary>As it should.</summary>
    Passed,

    /// <summary>An assertion or the test itself broke.</summary>
    Failed,

    /// <summary>It was not run, or could not say anything.</summary>
    Skipped,
}
