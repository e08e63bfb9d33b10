namespace Pipelines;

/// <summary>Why nothing was left to do for a target.</summary>
internal enum SkipKind
{
    /// <summary>It was not skipped, or another target's end is why.</summary>
    None,

    /// <summary>Its own condition does not hold.</summary>
    Unwanted,

    /// <summary>It is up to date.</summary>
    Unchanged,

    /// <summary>The run that is continued did it: what it triggers is still due.</summary>
    Continued,
}
