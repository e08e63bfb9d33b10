namespace Pipelines.Tools;

/// <summary>Finds programs as a shell would, in the PATH that the program itself will see.</summary>
internal static class ProgramPath
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>The full path, or null when there is no such program.</summary>
    /// <param name="program">A name, or a path that starts at the folder unless rooted.</param>
    /// <param name="folder">Where the command runs.</param>
    /// <param name="path">Value of the variable PATH.</param>
    public static string? Find(string program, AbsolutePath folder, string path)
    {
        if (program.AsSpan().ContainsAny('/', '\\'))
        {
            return Candidates(folder / program).FirstOrDefault(CanExecute);
        }

        return path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(entry => Candidates(Path.Combine(folder, entry, program)))
            .FirstOrDefault(CanExecute);
    }

    private static IEnumerable<string> Candidates(string path) => OperatingSystem.IsWindows() && !Path.HasExtension(path)
        ? [path + ".exe", path + ".cmd", path + ".bat"]
        : [path];

    private static bool CanExecute(string path) =>
        File.Exists(path) && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != UnixFileMode.None);
}
