using System.Security.Cryptography;

namespace Pipelines.Execution.Caching;

/// <summary>Contents of files by their hash: <c>ab/cdef...</c>. Copies, never links: MSBuild writes over a file in place, and through a link into the blob.</summary>
internal sealed class BlobStore(AbsolutePath folder, TimeProvider time)
{
    public static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    public bool Has(string hash) => File.Exists(Blob(hash));

    /// <summary>Keeps a file. Its name appears with its whole content, so a writer that is killed leaves no half of it.</summary>
    /// <returns>The hash of what was kept.</returns>
    public async Task<string> PutAsync(string file, string expected, CancellationToken cancellationToken)
    {
        if (File.Exists(Blob(expected)))
        {
            // Whoever prunes sees that it is in use.
            File.SetLastWriteTimeUtc(Blob(expected), time.GetUtcNow().UtcDateTime);
            return expected;
        }
        Directory.CreateDirectory(folder);
        var draft = folder / $"draft.{Path.GetRandomFileName()}";
        try
        {
            // The file may have changed since it was hashed: the blob is named after what was copied.
            var hash = await CopyAsync(file, draft, cancellationToken);
            Directory.CreateDirectory(Blob(hash).Parent!);
            File.Move(draft, Blob(hash), overwrite: true);
            return hash;
        }
        finally
        {
            File.Delete(draft);
        }
    }

    /// <summary>Copies a blob to a file. One that is missing, or no longer what its name says, gives nothing; the latter is forgotten.</summary>
    public async Task<bool> TryTakeAsync(string hash, string file, CancellationToken cancellationToken)
    {
        try
        {
            if (await CopyAsync(Blob(hash), file, cancellationToken) == hash)
            {
                return true;
            }
            File.Delete(Blob(hash));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Pruned, or not readable: as good as missing.
        }
        return false;
    }

    private AbsolutePath Blob(string hash) => folder / hash[..2] / hash[2..];

    private static async Task<string> CopyAsync(string source, string target, CancellationToken cancellationToken)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var from = FileHashes.Open(source);
        await using var to = new FileStream(target, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Options = FileOptions.Asynchronous });
        var buffer = new byte[128 * 1024];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            await to.WriteAsync(buffer.AsMemory(0, read), cancellationToken);
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
