namespace Pipelines.Targets.DotNet.Solutions;

/// <summary>The SDKs of the <c>dotnet</c> that runs, found without starting it. Together with <c>global.json</c> they decide which one compiles.</summary>
internal static class InstalledSdks
{
    /// <summary>Their versions, sorted.</summary>
    public static string[] Versions()
    {
        var sdks = Path.Combine(Home(), "sdk");
        string[] versions = Directory.Exists(sdks) ? [.. Directory.EnumerateDirectories(sdks).Select(folder => Path.GetFileName(folder))] : [];
        Array.Sort(versions, StringComparer.Ordinal);
        return versions;
    }

    private static string Home()
    {
        var program = Machine.ProgramFolders().Select(folder => new FileInfo(Path.Combine(folder, OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"))).FirstOrDefault(file => file.Exists);
        var found = program?.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? program?.FullName ?? Environment.ProcessPath ?? "";
        return Path.GetDirectoryName(found) ?? "";
    }
}
