namespace Pipelines.Testing;

/// <summary>What a test needs from the machine: missing parts skip the test, unless <c>PIPELINES_REQUIRE</c> names them.</summary>
public static class Needs
{
    // Servers of the distribution live where a plain user's PATH does not look.
    private static readonly string[] MoreFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

    /// <summary>Needs a program of the distribution.</summary>
    /// <param name="name">As typed in a shell; also the name of the part in <c>PIPELINES_REQUIRE</c>.</param>
    /// <param name="package">Debian package that has it.</param>
    /// <returns>Where the program is.</returns>
    public static string Program(string name, string package)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Concat(MoreFolders);
        var path = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        Part(name, path is not null, $"apt-get install {package}");
        return path!;
    }

    /// <summary>Needs anything else, such as a daemon that runs.</summary>
    /// <param name="name">Name of the part in <c>PIPELINES_REQUIRE</c>.</param>
    /// <param name="present">Whether the machine has it.</param>
    /// <param name="install">The command that brings it.</param>
    public static void Part(string name, bool present, string install)
    {
        if (present)
        {
            return;
        }

        if (IsRequired(name, Environment.GetEnvironmentVariable("PIPELINES_REQUIRE")))
        {
            Assert.Fail($"needs {name}, which PIPELINES_REQUIRE demands; install with {install}");
        }

        Assert.Ignore($"skipped: needs {name}, install with {install}");
    }

    /// <summary>Whether a comma separated list of parts names this one, or <c>all</c>.</summary>
    internal static bool IsRequired(string name, string? list) => (list ?? "")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Any(part => part is "all" || string.Equals(part, name, StringComparison.OrdinalIgnoreCase));
}
