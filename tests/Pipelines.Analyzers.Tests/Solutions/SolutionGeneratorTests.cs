using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NUnit.Framework;
using Pipelines.Analyzers.Solutions;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Solutions;

public sealed class SolutionGeneratorTests
{
    private const string Text = """
        <Solution>
          <Folder Name="/src/"><Project Path="src/Shop.Api/Shop.Api.csproj" /></Folder>
          <Folder Name="/src/my tools/"><Project Path="src/2do.csproj" /><Project Path="src/class.csproj" /></Folder>
          <Project Path="Name.csproj" />
        </Solution>
        """;

    [Test]
    public void Projects_and_folders_become_properties_whose_names_the_language_takes()
    {
        var result = Run("[Solution(GenerateProjects = true)]", new SolutionText("/shop/Shop.slnx", Text), new SolutionText("/shop/other/Other.sln", ""));

        var source = result.GeneratedTrees.ShouldHaveSingleItem().ToString();
        result.Diagnostics.ShouldBeEmpty();
        source.ShouldContain("public SolutionProject Shop_Api => solution.GetProject(\"Shop.Api\");");
        source.ShouldContain("public SolutionFolder1_src_my_tools my_tools => new SolutionFolder1_src_my_tools(solution);");
        source.ShouldContain("public SolutionProject _2do => ");
        source.ShouldContain("public SolutionProject @class => ");
        source.ShouldContain("public SolutionProject Name_ => ");
    }

    [Test]
    public void A_member_that_asks_for_no_projects_gets_none() => Run("[Solution]", new SolutionText("/shop/Shop.slnx", Text)).GeneratedTrees.ShouldBeEmpty();

    [TestCase("""[Solution("src/No.sln", GenerateProjects = true)]""", "/shop/Shop.slnx", "PIPE010: Build.Solution asks for the projects of 'src/No.sln': found are /shop/Shop.slnx. Name one as [Solution(\"folder/name.sln\", GenerateProjects = true)].")]
    [TestCase("[Solution(GenerateProjects = true)]", "/shop/src/Shop.slnx", "PIPE010: Build.Solution asks for the projects of the only solution in the root of the build: found are /shop/src/Shop.slnx. Name one as [Solution(\"folder/name.sln\", GenerateProjects = true)].")]
    [TestCase("[Solution(GenerateProjects = true)]", "/shop/Shop.sln", "PIPE011: Build.Solution asks for the projects of /shop/Shop.sln, which cannot be read as a solution: It does not start as a solution file.")]
    public void What_is_wrong_is_said_where_the_member_stands(string attribute, string file, string message)
    {
        var result = Run(attribute, new SolutionText(file, Text));

        var problem = result.Diagnostics.ShouldHaveSingleItem();
        $"{problem.Id}: {problem.GetMessage(CultureInfo.InvariantCulture)}".ShouldBe(message);
        problem.Location.GetLineSpan().Path.ShouldBe("Author.cs");
        result.GeneratedTrees.ShouldBeEmpty();
    }

    private static GeneratorDriverRunResult Run(string attribute, params AdditionalText[] files)
    {
        var compilation = Sample.Compile($$"""
            using Pipelines.Tools;

            class Build : PipelineBuild
            {
                {{attribute}}
                readonly Solution Solution = null!;
            }
            """);
        var driver = CSharpGeneratorDriver.Create([new SolutionGenerator().AsSourceGenerator()], files, Sample.Language, new RootOptions("/shop/"));
        return driver.RunGenerators(compilation, TestContext.CurrentContext.CancellationToken).GetRunResult();
    }
}
