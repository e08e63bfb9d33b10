namespace Pipelines.Execution.Caching;

/// <summary>A file that a target wrote.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Hash">Of its content, and the name of its blob.</param>
/// <param name="Mode">Its permissions; none on Windows.</param>
internal sealed record CachedFile(string Path, string Hash, UnixFileMode Mode);
