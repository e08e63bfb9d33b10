using System.IO.Compression;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Packages;

/// <summary>The package as a team gets it: in a folder, referenced by a build of its own.</summary>
public sealed partial class PackageTests : IDisposable
{
    private const string Version = "0.0.1-packed";

    // One of each; the first line of the file is line 1.
    private const string Build =
        """
        using Pipelines;
        using Serilog;
        sealed class Build : PipelineBuild
        {
            public static int Main() => Execute<Build>(build => build.Announce);
            [Parameter] static readonly string Channel = "";
            [Parameter] readonly Secret Key = null!;
            Target Restore = _ => _;
            Target Compile => _ => _.DependsOn(Pack);
            Target Pack => _ => _.DependsOn(Compile);
            Target<int> Count => _ => _.Executes(() => 1);
            Target<int> Never => _ => _;
            Target Announce => _ => _.Executes(run => Log.Information("{Count} {Channel}", run.Result(Count), Channel));
            Target Login => _ => _.Executes(() => Log.Information("{Key}", Key.Reveal()));
            Target Wait => _ => _.Executes(() => Thread.Sleep(1));
            Target Forget => _ => _.Executes(async run => { await Task.Yield(); run.Status("done"); });
            Target Deaf => _ => _.Executes(async cancellationToken => { await File.ReadAllTextAsync("file"); cancellationToken.ThrowIfCancellationRequested(); });
        }
        sealed class Other : PipelineBuild, ITest { Target Test => _ => _; }
        interface ITest : IPipelineBuild { Target Test => _ => _; }
        """;

    private readonly ScratchFolder _scratch = new();
    private Shell _shell = null!;

    [OneTimeSetUp]
    public async Task Pack()
    {
        _scratch.Write(
            "nuget.config",
            $"""<configuration><packageSources><add key="packed" value="{_scratch / "feed"}" /></packageSources></configuration>""");
        _scratch.Write(
            "user/Build.csproj",
            $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><Nullable>enable</Nullable></PropertyGroup>
              <PropertyGroup><RestorePackagesPath>{_scratch / "packages"}</RestorePackagesPath><RestoreFallbackFolders>{UserPackages()}</RestoreFallbackFolders></PropertyGroup>
              <ItemGroup><PackageReference Include="Pipelines" Version="{Version}" /></ItemGroup>
            </Project>
            """);
        _shell = new(_scratch / "user");
        string[] settings = ["-v", "q", "-o", _scratch / "feed", $"-p:Version={Version}", $"-p:ArtifactsPath={_scratch / "artifacts"}", "-p:RunAnalyzersDuringBuild=false"];
        await _shell.SucceedAsync("dotnet", ["pack", Repository.Root / "src/Pipelines.Delivery", .. settings]);
        await _shell.SucceedAsync("dotnet", ["pack", Repository.Root / "src/Pipelines", "--no-build", .. settings]);
    }

    [OneTimeTearDown]
    public void Dispose() => _scratch.Dispose();

    [Test]
    public async Task The_package_carries_the_analyzers_and_nothing_of_the_compiler()
    {
        await using var package = await ZipFile.OpenReadAsync(_scratch / $"feed/Pipelines.{Version}.nupkg");

        var files = package.Entries.Select(entry => entry.FullName).Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Order(StringComparer.Ordinal);

        files.ShouldBe(["analyzers/dotnet/cs/Pipelines.Analyzers.dll", "analyzers/dotnet/cs/Pipelines.CodeFixes.dll", "lib/net10.0/Pipelines.dll"]);
    }

    [Test]
    public async Task The_package_of_deliveries_carries_the_agent_and_what_puts_it_beside_a_build()
    {
        await using var package = await ZipFile.OpenReadAsync(_scratch / $"feed/Pipelines.Delivery.{Version}.nupkg");

        var files = package.Entries.Select(entry => entry.FullName).ToArray();

        string[] carried = ["tools/agent/Pipelines.Agent.dll", "tools/agent/Pipelines.Agent.runtimeconfig.json", "buildTransitive/Pipelines.Delivery.targets"];
        carried.Except(files, StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Test]
    public async Task A_build_that_references_it_is_told_every_mistake_by_the_compiler()
    {
        _scratch.Write("user/Build.cs", Build);

        // What the analyzers leave to .NET.
        _scratch.Write("user/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.CA2016.severity = warning\n");

        var result = await _shell.RunAsync("dotnet", "build", "-v", "q", "-nologo", "-clp:NoSummary");

        var found = Finding().Matches(result.Text).Select(match => $"{match.Groups["line"]} {match.Groups["severity"]} {match.Groups["id"]}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        string.Join(", ", found).ShouldBe(
            "12 error PIPE007, 13 error PIPE003, 14 warning PIPE004, 15 warning PIPE005, 16 error PIPE006, 17 warning CA2016, 19 error PIPE008, 6 error PIPE009, 8 warning PIPE001, 9 error PIPE002",
            result.ToString());
        result.ExitCode.ShouldNotBe(0);
    }

    [Test]
    public async Task Its_build_gets_machine_code_where_build_sh_asks_for_it_and_starts_from_that()
    {
        _scratch.Write("user/Build.cs", "using Pipelines;\nsealed class Build : PipelineBuild\n{\n    public static int Main() => Execute<Build>(build => build.Announce);\n    Target Announce => _ => _.Executes(() => { });\n}\n");
        var ahead = _scratch / "ahead";

        await _shell.SucceedAsync("dotnet", "build", "-v", "q", "-nologo", $"-p:CompileAheadTo={ahead}", "-p:OutDir=../built/");

        foreach (var program in new[] { "Build.dll", "Pipelines.dll" })
        {
            HasMachineCode(ahead / "now" / program).ShouldBeTrue(program);
            HasMachineCode(_scratch / "built" / program).ShouldBeFalse(program);
            File.Copy(ahead / "now" / program, _scratch / "built" / program, overwrite: true);
        }
        _scratch.Write("user/.nuke/parameters.json", "{}");
        var run = await _shell.SucceedAsync("dotnet", _scratch / "built/Build.dll");
        run.ShouldContain("Announce  Succeeded");
    }

    private static bool HasMachineCode(string program)
    {
        using var reader = new PEReader(File.OpenRead(program));
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;
    }

    private static string UserPackages() => Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    [GeneratedRegex(@"Build\.cs\((?<line>\d+),\d+\): (?<severity>error|warning) (?<id>PIPE\d+|CA2016):", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Finding();
}
