namespace Pipelines.Forges.GitHub;

/// <summary>What a check found, shown beside the lines.</summary>
/// <param name="Path">From the root of the repository.</param>
/// <param name="StartLine">From 1.</param>
/// <param name="EndLine">From 1.</param>
/// <param name="AnnotationLevel">How much it matters.</param>
/// <param name="Message">What was found.</param>
public sealed record GitHubAnnotation(string Path, int StartLine, int EndLine, GitHubAnnotationLevel AnnotationLevel, string Message)
{
    /// <summary>In a few words; null for none.</summary>
    public string? Title { get; init; }
}
