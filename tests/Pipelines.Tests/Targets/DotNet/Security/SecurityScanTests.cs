using System.Text.Json.Nodes;
using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet.Security;

/// <summary>A real project with a real package, whose vulnerabilities a real source tells.</summary>
[Category("Integration")]
public sealed class SecurityScanTests
{
    // Severity 2 is High. FsCheck brings FSharp.Core.
    private const string Vulnerable = """{"fsharp.core":[{"severity":2,"url":"https://github.com/advisories/GHSA-test","versions":"(, 99.0.0)"}],"fscheck":[{"severity":0,"url":"https://github.com/advisories/GHSA-small","versions":"(, 99.0.0)"}]}""";

    [Test]
    public async Task A_vulnerable_package_fails_the_scan_also_one_that_another_package_brings()
    {
        await using var source = new AuditSource(Vulnerable);
        using var root = await RootAsync(source.Configuration);

        var (code, output) = await RunAsync(root);

        code.ShouldBe(ExitCodes.Failed, output);
        output.ShouldContain("src/Shop/Shop.csproj(1,1): error vulnerable-package: FSharp.Core ");
        output.ShouldContain("has a high vulnerability, see https://github.com/advisories/GHSA-test");
        output.ShouldContain("2 vulnerabilities of severity Low or worse");
        var results = JsonNode.Parse(await File.ReadAllTextAsync(root / "output/security/security.sarif"))!["runs"]![0]!["results"]!.AsArray();
        results.Select(result => (string)result!["level"]!).ShouldBe(["error", "note"]);
    }

    [Test]
    public async Task Below_the_threshold_a_vulnerability_is_told_and_fails_nothing()
    {
        await using var source = new AuditSource(Vulnerable);
        using var root = await RootAsync(source.Configuration);

        var (code, output) = await RunAsync(root, "--security-threshold", "Critical");

        code.ShouldBe(ExitCodes.Success, output);
        output.ShouldContain("GHSA-test");
        output.ShouldContain("2 vulnerabilities in 1 project");
    }

    [TestCase("""{"other":[{"severity":3,"url":"https://x","versions":"(, 99.0.0)"}]}""", ExitCodes.Success, "0 vulnerabilities in 1 project")]
    [TestCase(null, ExitCodes.Failed, "not checked")]
    public async Task Clean_is_only_what_was_checked(string? vulnerabilities, int expected, string figure)
    {
        await using var source = new AuditSource(vulnerabilities);
        using var root = await RootAsync(source.Configuration);

        var (code, output) = await RunAsync(root);

        code.ShouldBe(expected, output);
        output.ShouldContain(figure);
    }

    [Test]
    public async Task A_scan_that_checked_nothing_passes_only_where_somebody_says_so_and_the_report_tells()
    {
        await using var source = new AuditSource(vulnerabilities: null);
        using var root = await RootAsync(source.Configuration);

        var (code, output) = await RunAsync(root, "--unchecked-packages", "Warn");

        code.ShouldBe(ExitCodes.Success, output);
        output.ShouldContain("packages not checked: Audit source 'ours' did not provide any vulnerability data.");
        output.ShouldNotContain("0 vulnerabilities");
        var invocation = JsonNode.Parse(await File.ReadAllTextAsync(root / "output/security/security.sarif"))!["runs"]![0]!["invocations"]![0]!;
        ((bool)invocation["executionSuccessful"]!).ShouldBeFalse();
    }

    [Test]
    public async Task A_source_that_cannot_be_reached_is_not_checked_either()
    {
        var port = FreePort.Next();
        using var root = await RootAsync($"""<configuration><auditSources><clear /><add key="gone" value="http://127.0.0.1:{port}/index.json" allowInsecureConnections="true" /></auditSources></configuration>""");

        var (code, output) = await RunAsync(root);

        code.ShouldBe(ExitCodes.Failed, output);
        output.ShouldContain("Packages were not checked");
    }

    [Test]
    public async Task A_secret_is_told_with_its_place_and_without_itself()
    {
        await using var source = new AuditSource("{}");
        using var root = await RootAsync(source.Configuration);
        var secret = "ghp_" + new string('a', 36);
        root.Write("src/Shop/Login.cs", $"// one\nconst string Token = \"{secret}\";\n");
        root.Write("untracked.txt", secret);
        await GitAsync(root, "add", "src");

        var (code, output) = await RunAsync(root);
        root.Write(".nuke/allowed-secrets.txt", "github-token src/Shop/Login.cs # revoked long ago\nnpm-token gone.txt # not there");
        var allowed = await RunAsync(root);

        code.ShouldBe(ExitCodes.Failed, output);
        output.ShouldContain("src/Shop/Login.cs(2,1): error github-token: looks like a secret: ghp_*** (40 letters).");
        output.ShouldContain("1 secret in tracked files");
        output.ShouldNotContain(secret);
        (await File.ReadAllTextAsync(root / "output/security/security.sarif")).ShouldNotContain(secret);
        allowed.Code.ShouldBe(ExitCodes.Success, allowed.Output);
        allowed.Output.ShouldContain("1 allowed");
        allowed.Output.ShouldContain("allowed secret is not there any more: npm-token gone.txt");
    }

    private static async Task<ScratchFolder> RootAsync(string configuration)
    {
        var root = new ScratchFolder();
        root.Write(".nuke/parameters.json", "{}");
        root.Write("nuget.config", configuration);
        root.Write("Shop.slnx", """<Solution><Project Path="src/Shop/Shop.csproj" /></Solution>""");
        root.Write("Directory.Packages.props", await File.ReadAllTextAsync(Repository.Root / "Directory.Packages.props"));
        root.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        root.Write("src/Shop/Shop.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><NuGetAudit>false</NuGetAudit></PropertyGroup>
              <ItemGroup><PackageReference Include="FsCheck" /></ItemGroup>
            </Project>
            """);
        await GitAsync(root, "init", "--quiet");
        await GitAsync(root, "add", "src", "Shop.slnx");
        return root;
    }

    private static Task<CommandResult> GitAsync(ScratchFolder root, params string[] words) => new ProcessRunner(root.Path, TimeProvider.System).RunAsync(Command.Of("git", words), CancellationToken.None);

    private static async Task<(int Code, string Output)> RunAsync(ScratchFolder root, params string[] options)
    {
        await using var output = new StringWriter();
        var result = await PipelineBuild.RunAsync<ScanBuild>(new() { Arguments = ["SecurityScan", .. options], Root = root.Path, Output = output, Error = output }, CancellationToken.None);
        return (result.ExitCode, output.ToString());
    }
}
