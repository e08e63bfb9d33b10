namespace Pipelines.Forges;

/// <summary>How a deployment stands, as both forges can say it.</summary>
public enum DeploymentState
{
    /// <summary>It is under way.</summary>
    InProgress,

    /// <summary>The release serves.</summary>
    Success,

    /// <summary>The release was rejected; the one before it serves.</summary>
    Failure,

    /// <summary>The deployment broke, and nobody knows what serves.</summary>
    Error,

    /// <summary>It was given up without fault of the release; the one before it serves.</summary>
    Inactive,
}
