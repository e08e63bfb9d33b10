using System.Text.RegularExpressions;

namespace Pipelines.Targets.DotNet.Testing;

/// <summary>Why tests were skipped.</summary>
internal static partial class SkipReason
{
    /// <summary>The program that a reason such as <c>skipped: needs wrk, install with apt-get install wrk</c> names, if this machine does not have it.</summary>
    public static string? MissingProgram(string reason) =>
        Need().Match(reason) is { Success: true } need && need.Groups["name"].Value is var name && !Machine.HasProgram(name) ? name : null;

    [GeneratedRegex(@"\bneeds (?<name>[\w.+-]*\w)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Need();
}
