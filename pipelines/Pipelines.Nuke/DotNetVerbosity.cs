namespace Pipelines.Nuke;

/// <summary>How much <c>dotnet</c> says, in the words of its command line.</summary>
public enum DotNetVerbosity
{
    /// <summary>Errors.</summary>
    quiet,

    /// <summary>Errors, warnings and what was made.</summary>
    minimal,

    /// <summary>The steps, too.</summary>
    normal,

    /// <summary>What each step does.</summary>
    detailed,

    /// <summary>Everything.</summary>
    diagnostic,
}
