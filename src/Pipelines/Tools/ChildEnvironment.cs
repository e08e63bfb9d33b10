namespace Pipelines.Tools;

/// <summary>The variables of a child process.</summary>
internal static class ChildEnvironment
{
    // Set by "dotnet" for what it starts: they bind a child "dotnet" to the SDK and the test session of its grandparent.
    private static readonly string[] Leaks =
    [
        "DOTNET_CLI_TELEMETRY_SESSIONID",
        "DOTNET_HOST_PATH",
        "MSBUILD_EXE_PATH",
        "MSBUILDFAILONDRIVEENUMERATINGWILDCARD",
        "MSBuildExtensionsPath",
        "MSBuildLoadMicrosoftTargetsReadOnly",
        "MSBuildSDKsPath",
        "VSTEST_CONNECTION_TIMEOUT",
    ];

    /// <summary>Fills the variables of a process that starts.</summary>
    /// <param name="variables">Holds those of this process.</param>
    /// <param name="inherited">Takes their place; null keeps them.</param>
    /// <param name="own">Those of the command; null removes one.</param>
    public static void Fill(IDictionary<string, string?> variables, IReadOnlyDictionary<string, string>? inherited, IEnumerable<KeyValuePair<string, string?>> own)
    {
        if (inherited is not null)
        {
            variables.Clear();
            foreach (var (name, value) in inherited)
            {
                variables[name] = value;
            }
        }

        foreach (var name in Leaks)
        {
            variables.Remove(name);
        }

        foreach (var (name, value) in own)
        {
            if (value is null)
            {
                variables.Remove(name);
            }
            else
            {
                variables[name] = value;
            }
        }
    }
}
