namespace Pipelines.Targets.DotNet;

/// <summary>What this machine offers.</summary>
internal static class Machine
{
    // Servers of a distribution live where a plain user's PATH does not look, and tests find them there.
    private static readonly string[] MoreFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <summary>Where programs are found: the PATH, and the folders of servers.</summary>
    public static IEnumerable<string> ProgramFolders() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Concat(MoreFolders).Distinct(StringComparer.Ordinal);

    /// <summary>Names of all programs, sorted.</summary>
    public static string[] Programs()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var folder in ProgramFolders().Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder))
            {
                names.Add(Path.GetFileName(file));
            }
        }
        string[] sorted = [.. names];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    public static bool HasProgram(string name) => ProgramFolders().Any(folder => File.Exists(Path.Combine(folder, name)));
}
