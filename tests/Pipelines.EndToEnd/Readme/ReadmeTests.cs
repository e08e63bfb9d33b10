using System.Text.RegularExpressions;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Readme;

[TestFixture]
[NonParallelizable]
public sealed partial class ReadmeTests
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
          </PropertyGroup>
          <ItemGroup>
            <ProjectReference Include="../repository/pipelines/Pipelines.Targets.DotNet/Pipelines.Targets.DotNet.csproj" />
            <ProjectReference Include="../repository/pipelines/Pipelines.Targets.Delivery/Pipelines.Targets.Delivery.csproj" />
          </ItemGroup>
        </Project>
        """;

    private static string Text => File.ReadAllText(Repository.Root / "README.md");

    [Test]
    public void It_has_at_most_200_lines_and_says_the_two_commands()
    {
        var text = Text;

        text.Split('\n').Length.ShouldBeLessThanOrEqualTo(201);
        text.ShouldContain("./build.sh Deploy");
        text.ShouldContain("./build.sh Test");
    }

    [Test]
    public void Every_relative_link_leads_to_a_file()
    {
        var broken = Link().Matches(Text).Select(match => match.Groups["path"].Value)
            .Where(path => !File.Exists(Repository.Root / path) && !Directory.Exists(Repository.Root / path));

        broken.ShouldBeEmpty();
    }

    [Test]
    public async Task Its_build_class_compiles_in_a_project_of_a_team()
    {
        var clone = await SharedClone.GetAsync();
        var snippet = Snippet().Matches(Text).Select(match => match.Groups["code"].Value).Single(code => code.Contains("PipelineBuild", StringComparison.Ordinal));
        var folder = Directory.CreateDirectory(clone.Folder / "../team").FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "Team.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(folder, "Build.cs"), snippet);

        var result = await (clone.Shell with { Folder = AbsolutePath.Parse(folder) }).RunAsync("dotnet", "build", "--verbosity", "quiet", "-p:RunAnalyzers=false");

        result.ExitCode.ShouldBe(0, $"{result}");
    }

    [GeneratedRegex(@"^```csharp\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Snippet();

    [GeneratedRegex(@"\]\((?!https?:|#)(?<path>[^)#\s]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
