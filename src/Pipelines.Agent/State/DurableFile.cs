using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Pipelines.Agent.State;

/// <summary>Files of the owner alone that are either the old or the new content, whatever happens in between.</summary>
internal static class DurableFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static void Write<T>(string path, T value, JsonTypeInfo<T> type)
    {
        var temporary = path + ".new";
        var options = new FileStreamOptions
        {
            Mode = FileMode.Create,
            Access = FileAccess.Write,
            UnixCreateMode = OperatingSystem.IsWindows() ? null : Owner,
        };
        using (var stream = new FileStream(temporary, options))
        {
            JsonSerializer.Serialize(stream, value, type);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
        FlushFolder(Path.GetDirectoryName(path)!);
    }

    /// <returns>Null when the file does not exist.</returns>
    public static T? Read<T>(string path, JsonTypeInfo<T> type)
        where T : class
    {
        if (!File.Exists(path))
        {
            return null;
        }

        using var stream = File.OpenRead(path);
        return JsonSerializer.Deserialize(stream, type);
    }

    /// <summary>Makes a rename durable: the name lives in the folder, not in the file.</summary>
    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsLinux())
        {
            Supervision.Libc.FlushFolder(folder);
        }
    }
}
