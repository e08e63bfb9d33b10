using System.Globalization;
using Serilog;

namespace Pipelines.Targets.DotNet.Security;

/// <summary>Judges findings, and tells them.</summary>
internal static class SecurityVerdict
{
    /// <summary>Every finding at its place, what could not be checked, and the figures.</summary>
    public static void Tell(PackageFindings packages, SecretFindings files, Severity threshold, ITargetRun run)
    {
        foreach (var finding in packages.Findings.Concat(files.Findings))
        {
            if (finding.Severity >= threshold)
            {
                Log.Error("{Finding}", finding);
            }
            else
            {
                Log.Warning("{Finding}", finding);
            }
        }

        foreach (var reason in packages.NotChecked)
        {
            Log.Warning("packages not checked: {Reason}", reason);
        }

        foreach (var entry in files.Unused)
        {
            Log.Warning("allowed secret is not there any more: {Entry}", entry);
        }

        run.Summary("Packages", Packages(packages));
        run.Summary("Secrets", string.Create(CultureInfo.InvariantCulture, $"{files.Findings.Length} in {files.Files} files{(files.Allowed > 0 ? $", {files.Allowed} allowed" : "")}{(files.NotRead > 0 ? $", {files.NotRead} binary or large files not read" : "")}"));
    }

    /// <summary>Why the scan fails, or null.</summary>
    public static string? Problem(PackageFindings packages, SecretFindings files, Severity threshold, UncheckedOutcome notChecked)
    {
        var bad = packages.Findings.Count(finding => finding.Severity >= threshold);
        string?[] problems =
        [
            bad > 0 ? $"{Count(bad, "vulnerability", "vulnerabilities")} of severity {threshold} or worse: update the packages, or pin a fixed version of a transitive one." : null,
            files.Findings.Length > 0 ? $"{Count(files.Findings.Length, "secret", "secrets")} in tracked files. One that is none goes into .nuke/allowed-secrets.txt with the reason." : null,
            !packages.NotChecked.IsEmpty && notChecked == UncheckedOutcome.Fail
                ? $"Packages were not checked: {string.Join(' ', packages.NotChecked)} Add a source that has the data (<auditSources> in nuget.config), or go on without: --unchecked-packages Warn."
                : null,
        ];
        return string.Join('\n', problems.OfType<string>()) is { Length: > 0 } problem ? problem : null;
    }

    private static string Packages(PackageFindings packages) => packages switch
    {
        { NotChecked.IsEmpty: false, Findings.IsEmpty: true } => "not checked",
        { NotChecked.IsEmpty: false } => $"{Count(packages.Findings.Length, "vulnerability", "vulnerabilities")}, not all checked",
        _ => string.Create(CultureInfo.InvariantCulture, $"{Count(packages.Findings.Length, "vulnerability", "vulnerabilities")} in {Count(packages.Projects, "project", "projects")}"),
    };

    private static string Count(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}
