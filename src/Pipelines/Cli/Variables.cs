using System.Collections;

namespace Pipelines.Cli;

/// <summary>The environment of this process.</summary>
internal static class Variables
{
    // A loop, as LINQ over these entries is compiled anew at every start.
    public static Dictionary<string, string> Read()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry entry in Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }
        return variables;
    }
}
