namespace Pipelines.Tools;

/// <summary>What a copy or move does where something is already.</summary>
public enum ExistsPolicy
{
    /// <summary>It fails, and nothing is copied.</summary>
    Fail,

    /// <summary>Folders are merged; a file that is there stays.</summary>
    MergeAndSkip,

    /// <summary>Folders are merged; a file that is there is replaced.</summary>
    MergeAndOverwrite,

    /// <summary>Folders are merged; a file that is there is replaced by one that was written later.</summary>
    MergeAndOverwriteIfNewer,
}
