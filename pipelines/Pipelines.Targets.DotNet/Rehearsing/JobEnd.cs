namespace Pipelines.Targets.DotNet.Rehearsing;

/// <summary>How a job of a rehearsal ended.</summary>
internal enum JobEnd
{
    /// <summary>It did its work.</summary>
    Succeeded,

    /// <summary>It said what it would do, with all that it takes over there.</summary>
    Planned,

    /// <summary>It failed.</summary>
    Failed,

    /// <summary>It failed, and may.</summary>
    FailedAsAllowed,

    /// <summary>It did not start, as something before it failed.</summary>
    Held,

    /// <summary>It does not run here.</summary>
    LeftOut,
}
