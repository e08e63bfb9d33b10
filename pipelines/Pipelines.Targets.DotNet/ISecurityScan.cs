using Pipelines.Targets.DotNet.Security;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.DotNet;

/// <summary>Looks for known vulnerabilities in packages, and for secrets in the files that git tracks.</summary>
public interface ISecurityScan : IRestore
{
    /// <summary>Findings of this severity or worse fail the scan; those below are told. A secret is critical.</summary>
    [Parameter("Vulnerabilities of this severity or worse fail the security scan: Low unless said")]
    Severity SecurityThreshold => TryGetValue(() => SecurityThreshold);

    /// <summary>What happens when no package source serves vulnerability data.</summary>
    [Parameter("What the security scan does when no package source tells vulnerabilities, so that nothing was checked: Fail unless said")]
    UncheckedOutcome UncheckedPackages => TryGetValue(() => UncheckedPackages);

    /// <summary>Scans packages and files; all findings are told before it fails.</summary>
    Target SecurityScan => _ => _
        .Description("Looks for vulnerable packages and for secrets in tracked files")
        .Job(new Job("security-scan") { Reports = [SecurityReport.RelativeTo(RootDirectory)] })
        .DependsOn(Restore)
        .Produces(SecurityReport)
        .Executes(async (run, cancellationToken) =>
        {
            run.Status("Asking the package sources for vulnerabilities");
            var packages = await new PackageAudit(RootDirectory, TemporaryDirectory, RunAsync).AuditAsync(Solution, cancellationToken);
            run.Status("Reading tracked files");
            var allowed = AllowedSecrets.FileExists() ? SecretAllowList.Parse(await AllowedSecrets.ReadAllTextAsync(cancellationToken)) : SecretAllowList.None;
            var files = await new SecretScan(RootDirectory, RunAsync).ScanAsync(allowed, cancellationToken);
            await SecurityReport.WriteAllTextAsync(SarifText.Of([.. packages.Findings, .. files.Findings], packages.NotChecked), cancellationToken);
            SecurityVerdict.Tell(packages, files, SecurityThreshold, run);
            if (SecurityVerdict.Problem(packages, files, SecurityThreshold, UncheckedPackages) is { } problem)
            {
                throw new TargetFailedException(problem);
            }

            Log.Information("Wrote {File}", SecurityReport.RelativeTo(RootDirectory));
        });

    /// <summary>All findings as SARIF 2.1.0, which GitHub, GitLab and editors show.</summary>
    AbsolutePath SecurityReport => OutputDirectory / "security" / "security.sarif";

    /// <summary>Secrets that are none: lines such as <c>github-token tests/Login.cs # revoked, for a test</c>.</summary>
    AbsolutePath AllowedSecrets => RootDirectory / ".nuke" / "allowed-secrets.txt";
}
