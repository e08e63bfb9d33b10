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
        using (var stream = Open(temporary, FileMode.Create))
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
    public static void FlushFolder(string folder) => Supervision.Libc.FlushFolder(folder);

    /// <summary>Opens for writing a file that, when it is new, only its owner can read.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = Owner;
        }

        return new FileStream(path, options);
    }
}
