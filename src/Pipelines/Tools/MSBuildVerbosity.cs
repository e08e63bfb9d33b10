namespace Pipelines.Tools;

/// <summary>How much MSBuild says.</summary>
public enum MSBuildVerbosity
{
    /// <summary>Errors.</summary>
    Quiet,

    /// <summary>Errors, warnings and what was made.</summary>
    Minimal,

    /// <summary>The steps, too.</summary>
    Normal,

    /// <summary>What each step does.</summary>
    Detailed,

    /// <summary>Everything.</summary>
    Diagnostic,
}
