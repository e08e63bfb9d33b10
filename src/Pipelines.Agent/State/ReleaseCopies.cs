using System.Collections.Concurrent;

namespace Pipelines.Agent.State;

/// <summary>The immutable copies of a service's releases.</summary>
internal sealed class ReleaseCopies
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private readonly ServiceFolder _folder;
    private readonly ConcurrentDictionary<string, ReleaseSpecification> _known = new(StringComparer.Ordinal);

    public ReleaseCopies(ServiceFolder folder)
    {
        _folder = folder;
        foreach (var path in Directory.CreateDirectory(folder.Releases).EnumerateDirectories())
        {
            if (path.Name.StartsWith('.'))
            {
                // A copy that was under way when the agent died.
                path.Delete(recursive: true);
            }
            else if (DurableFile.Read(folder.Specification(path.Name), StateJson.Default.ReleaseSpecification) is { } specification)
            {
                _known[path.Name] = specification;
            }
        }
    }

    public IEnumerable<string> Ids => _known.Keys.Order(StringComparer.Ordinal);

    public ReleaseSpecification? Find(string id) => _known.GetValueOrDefault(id);

    public void Add(string id, ReleaseSpecification specification)
    {
        if (_known.ContainsKey(id))
        {
            return;
        }

        var temporary = Path.Combine(_folder.Releases, $".{id}");
        if (Directory.Exists(temporary))
        {
            Directory.Delete(temporary, recursive: true);
        }

        Copy(new DirectoryInfo(specification.Folder), Path.Combine(temporary, "files"));
        DurableFile.Write(Path.Combine(temporary, "release.json"), specification, StateJson.Default.ReleaseSpecification);
        Directory.Move(temporary, _folder.Release(id));
        DurableFile.FlushFolder(_folder.Releases);
        _known[id] = specification;
    }

    public void Remove(string id)
    {
        if (_known.TryRemove(id, out _))
        {
            // Renamed first: a copy that is half removed when the agent dies is never taken for a whole one.
            var temporary = Path.Combine(_folder.Releases, $".{id}");
            Directory.Move(_folder.Release(id), temporary);
            Directory.Delete(temporary, recursive: true);
        }
    }

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var entry in from.EnumerateFileSystemInfos())
        {
            var target = Path.Combine(to, entry.Name);
            if (entry is FileInfo file)
            {
                file.CopyTo(target);
                ReadOnly(target);
            }
            else if (entry.LinkTarget is not null)
            {
                throw new RefusedException(StatusCodes.Status400BadRequest, $"'{entry.FullName}' is a link to a folder, which a release cannot hold; publish the files themselves.");
            }
            else
            {
                Copy((DirectoryInfo)entry, target);
            }
        }
    }

    private static void ReadOnly(string file)
    {
        if (!OperatingSystem.IsWindows())
        {
            var executable = File.GetUnixFileMode(file) & Executable;
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead | executable);
        }
    }
}
