namespace Pipelines;

/// <summary>When a job starts, once its needs have ended and its condition holds.</summary>
public enum JobStart
{
    /// <summary>They succeeded.</summary>
    AfterSuccess,

    /// <summary>One of them failed.</summary>
    AfterFailure,

    /// <summary>However they ended, unless the run was cancelled.</summary>
    Always,

    /// <summary>However they ended, also when the run was cancelled: for what mends. GitLab starts nothing in a pipeline that was cancelled.</summary>
    EvenCancelled,

    /// <summary>They succeeded, and a person says so. GitHub has no such start: use a workflow with <see cref="Trigger.Manual"/>, or <see cref="Deployment.NeedsApproval"/>.</summary>
    ByHand,
}
