using Pipelines.Delivery.Releases;

namespace Pipelines.Delivery.Platforms.Local;

/// <summary>The agent's own files: copied below the environment root by their digest, so that cleaning or rebuilding the workspace does not pull them from under a running agent.</summary>
internal static class AgentProgram
{
    private const string Name = "Pipelines.Agent.dll";

    /// <summary>Full path of the program to start.</summary>
    public static async Task<string> InstallAsync(AbsolutePath root, CancellationToken cancellationToken)
    {
        var source = AbsolutePath.Parse(AppContext.BaseDirectory) / "agent";
        var folder = root / "agent" / (await ContentDigest.OfFolderAsync(source, cancellationToken))[..16];
        if (!Directory.Exists(folder))
        {
            MakeRoot(root);
            var copy = root / "agent" / Path.GetRandomFileName();
            Copy(source, copy);
            try
            {
                Directory.Move(copy, folder);
            }
            catch (IOException) when (Directory.Exists(folder))
            {
                // Another process installed the same files in the meantime.
                Directory.Delete(copy, recursive: true);
            }
        }

        return folder / Name;
    }

    private static void MakeRoot(AbsolutePath root)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(root);
        }
        else
        {
            Directory.CreateDirectory(root, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private static void Copy(AbsolutePath source, AbsolutePath target)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(target, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
