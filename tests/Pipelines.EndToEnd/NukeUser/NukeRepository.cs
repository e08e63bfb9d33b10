using System.Xml.Linq;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;

namespace Pipelines.EndToEnd.NukeUser;

/// <summary>A small repository with a library, its tests, and a build class that was written for NUKE.</summary>
internal sealed class NukeRepository : IDisposable
{
    private const string Usings = """
        using Pipelines;
        using Pipelines.Nuke;
        using Pipelines.Tools;
        using static Pipelines.Nuke.DotNetTasks;
        """;

    private readonly ScratchFolder _folder = new();

    private NukeRepository() => Shell = new(_folder / "shop");

    public Shell Shell { get; }

    public AbsolutePath Root => Shell.Folder;

    public AbsolutePath Feed => _folder / "feed";

    public static async Task<NukeRepository> CreateAsync()
    {
        var repository = new NukeRepository();
        await repository.WriteSourcesAsync();
        repository.WriteBuild();
        await repository.Shell.SucceedAsync("git", "init", "--quiet", "--initial-branch=main");
        await repository.Shell.SucceedAsync("git", "add", "--all");
        await repository.Shell.SucceedAsync("git", "-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "--message", "Begin");
        await repository.Shell.SucceedAsync("git", "tag", "v1.2.3");
        return repository;
    }

    public Task<ShellResult> CompileBuildAsync() => Shell.RunAsync("dotnet", "build", "build/Build.csproj", "--verbosity", "quiet", "-nologo");

    public Task<ShellResult> RunBuildAsync(params IEnumerable<string> arguments) => Shell.RunAsync("dotnet", arguments.Prepend("build/bin/Debug/net10.0/Build.dll"));

    public void Dispose() => _folder.Dispose();

    /// <summary>What a person who comes from NUKE changes: the lines that import NUKE's names.</summary>
    private static string WithOurUsings(string source)
    {
        var lines = source.Split('\n');
        var kept = lines.Where(line => !line.StartsWith("using Nuke.", StringComparison.Ordinal) && !line.StartsWith("using static Nuke.", StringComparison.Ordinal));
        return $"{Usings}\n{string.Join('\n', kept)}";
    }

    private async Task WriteSourcesAsync()
    {
        Directory.CreateDirectory(Feed);
        _folder.Write("shop/.gitignore", "bin/\nobj/\noutput/\n.nuke/temp/\n");
        _folder.Write("shop/src/Greeting/Greeting.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
            </Project>
            """);
        _folder.Write("shop/src/Greeting/Greeter.cs", """public static class Greeter { public static string Greet(string greeting, string name) => $"{greeting}, {name}!"; }""");
        _folder.Write("shop/tests/Greeting.Tests/Greeting.Tests.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework><IsPackable>false</IsPackable></PropertyGroup>
              <ItemGroup>
                {Package("Microsoft.NET.Test.Sdk")}{Package("NUnit")}{Package("NUnit3TestAdapter")}
                <ProjectReference Include="../../src/Greeting/Greeting.csproj" />
              </ItemGroup>
            </Project>
            """);
        _folder.Write("shop/tests/Greeting.Tests/GreeterTests.cs", """
            using System;
            using NUnit.Framework;

            public class GreeterTests
            {
                [Test]
                public void Greets() => Assert.That(Greeter.Greet(Environment.GetEnvironmentVariable("GREETING"), "World"), Is.EqualTo("Hello, World!"));
            }
            """);
        await Shell.SucceedAsync("dotnet", "new", "sln", "--name", "Shop", "--format", "sln");
        await Shell.SucceedAsync("dotnet", "sln", "add", "src/Greeting", "tests/Greeting.Tests");
    }

    private void WriteBuild()
    {
        var here = AbsolutePath.Parse(AppContext.BaseDirectory);
        var analyzers = Repository.Root / "artifacts/bin/Pipelines.Analyzers" / here.Name / "Pipelines.Analyzers.dll";
        Directory.CreateDirectory(Root / ".nuke");
        foreach (var original in Directory.EnumerateFiles(Repository.Root / "tests/Pipelines.EndToEnd/NukeUser/Original", "*.cs.txt"))
        {
            _folder.Write($"shop/build/{Path.GetFileNameWithoutExtension(original)}", WithOurUsings(File.ReadAllText(original)));
        }

        _folder.Write("shop/build/Build.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <RootNamespace />
              </PropertyGroup>
              <ItemGroup>
                <Reference Include="{here / "Pipelines.dll"}" />
                <Reference Include="{here / "Pipelines.Nuke.dll"}" />
                <Reference Include="{here / "Serilog.dll"}" />
                <Analyzer Include="{analyzers}" />
              </ItemGroup>
              <Import Project="{Repository.Root / "src/Pipelines.Analyzers/Pipelines.targets"}" />
            </Project>
            """);
    }

    private static string Package(string name)
    {
        var version = XDocument.Load(Repository.Root / "Directory.Packages.props").Descendants("PackageVersion").Single(package => (string?)package.Attribute("Include") == name).Attribute("Version")!.Value;
        return $"""<PackageReference Include="{name}" Version="{version}" />""";
    }
}
