namespace Pipelines;

/// <summary>What a skipped target does to dependencies that nobody else needs.</summary>
public enum DependencyBehavior
{
    /// <summary>They are skipped too.</summary>
    Skip,

    /// <summary>They run.</summary>
    Execute,
}
