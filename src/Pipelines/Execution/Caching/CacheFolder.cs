namespace Pipelines.Execution.Caching;

/// <summary>One place that successes are kept in: this checkout's, or one that is shared.</summary>
internal sealed class CacheFolder(AbsolutePath folder, TimeProvider time)
{
    public AbsolutePath Folder => folder;

    public EntryStore Entries { get; } = new(folder / "entries", time);

    public BlobStore Blobs { get; } = new(folder / "blobs", time);
}
