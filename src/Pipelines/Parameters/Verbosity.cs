namespace Pipelines.Parameters;

/// <summary>How much a run tells.</summary>
internal enum Verbosity
{
    /// <summary>Failures and the summary.</summary>
    Quiet,

    /// <summary>What targets and their programs say.</summary>
    Normal,

    /// <summary>Also the engine's own decisions and stack traces.</summary>
    Verbose,
}
