namespace Pipelines.Agent;

/// <summary>Folders that nobody but their owner can enter.</summary>
internal static class PrivateFolder
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <exception cref="UnauthorizedAccessException">The folder belongs to somebody else.</exception>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, Owner);
        // Fails for a folder of somebody else, who could otherwise have laid it out in advance.
        File.SetUnixFileMode(path, Owner);
    }
}
