namespace Pipelines.Nuke;

/// <summary>The stream of a line.</summary>
public enum OutputType
{
    /// <summary>Standard output.</summary>
    Std,

    /// <summary>Standard error, which says nothing about success.</summary>
    Err,
}
