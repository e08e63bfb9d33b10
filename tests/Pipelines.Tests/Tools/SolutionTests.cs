using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Tools;

public sealed class SolutionTests
{
    [TestCase("sln")]
    [TestCase("slnx")]
    [Category("Integration")]
    public async Task What_the_SDK_writes_is_read_with_folders_in_folders(string format)
    {
        using var root = new ScratchFolder();
        foreach (var project in new[] { "src/Shop/Shop.csproj", "src/tools/Shop.Tool/Shop.Tool.csproj", "tests/Shop.Tests/Shop.Tests.csproj", "Alone.csproj" })
        {
            root.Write(project, """<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>""");
        }

        await RunAsync(root, "new", "sln", "--name", "All", "--format", format);
        await RunAsync(root, "sln", "add", "src/Shop", "src/tools/Shop.Tool");
        await RunAsync(root, "sln", "add", "tests/Shop.Tests", "--solution-folder", "quality");
        await RunAsync(root, "sln", "add", "Alone.csproj", "--in-root");

        var solution = await Solution.ReadAsync(root / $"All.{format}", CancellationToken.None);

        solution.Name.ShouldBe("All");
        solution.AllProjects.Select(project => $"{project.Folder}: {project.Path.RelativeTo(root.Path)}").ShouldBe(
            ["src: src/Shop/Shop.csproj", "src/tools: src/tools/Shop.Tool/Shop.Tool.csproj", "quality: tests/Shop.Tests/Shop.Tests.csproj", ": Alone.csproj"], ignoreOrder: true);
        solution.Projects.Select(project => project.Name).ShouldBe(["Alone"]);
        solution.SolutionFolders.Select(folder => folder.Path).ShouldBe(["quality", "src"]);
        solution.AllSolutionFolders.Select(folder => folder.Path).ShouldBe(["quality", "src", "src/tools"]);
        solution.GetSolutionFolder("src").GetProject("Shop").ShouldBe(solution.GetProject("Shop"));
        solution.GetAllProjects("Shop.T*").Select(project => project.Name).ShouldBe(["Shop.Tool", "Shop.Tests"], ignoreOrder: true);
        solution.GetProject("Shop").TargetFrameworks.ShouldBe(["net10.0"]);
    }

    [Test]
    public async Task Unknown_names_are_answered_with_the_known_ones()
    {
        using var root = new ScratchFolder();
        var file = root.Write("x.slnx", """<Solution><Folder Name="/src/"><Project Path="src/A/A.csproj" /></Folder></Solution>""");

        var solution = await Solution.ReadAsync(file, CancellationToken.None);

        Should.Throw<DefinitionException>(() => solution.GetProject("B")).Message.ShouldBe("Project 'B' is not in x.slnx. Its projects: A.");
        Should.Throw<DefinitionException>(() => solution.GetSolutionFolder("B")).Message.ShouldBe("Solution folder 'B' is not in x.slnx. Its folders: src.");
    }

    [Test]
    public void The_solution_of_this_repository_is_read_as_it_is_and_as_the_compiler_saw_it()
    {
        var solution = Solution.At(Repository.Root / "Pipelines.sln");

        solution.AllProjects.ShouldAllBe(project => project.Path.FileExists());
        solution.src.Pipelines_Delivery.Path.ShouldBe(Repository.Root / "src/Pipelines.Delivery/Pipelines.Delivery.csproj");
        ((SolutionFolder)solution.pipelines).Projects.ShouldContain(solution.pipelines.Pipelines_Nuke);
    }

    [TestCase("no.sln", null)]
    [TestCase("empty.sln", "")]
    [TestCase("other.slnx", "<Project />")]
    [TestCase("broken.slnx", "<Solution>")]
    public async Task What_is_no_solution_is_named(string name, string? text)
    {
        using var root = new ScratchFolder();
        if (text is not null)
        {
            root.Write(name, text);
        }

        var problem = await Should.ThrowAsync<DefinitionException>(() => Solution.ReadAsync(root / name, CancellationToken.None));

        problem.Message.ShouldContain($"{name}' cannot be read as a solution");
    }

    [Test]
    public void The_only_solution_of_a_folder_is_found()
    {
        using var root = new ScratchFolder();
        Should.Throw<DefinitionException>(() => Solution.Find(root.Path)).Message.ShouldContain("There is no solution");
        root.Write("b.sln", "");

        Solution.Find(root.Path).ShouldBe(root / "b.sln");

        root.Write("a.slnx", "");
        Should.Throw<DefinitionException>(() => Solution.Find(root.Path)).Message.ShouldContain("several solutions in " + root + ": a.slnx, b.sln");
    }

    [Test]
    [Category("Integration")]
    public async Task Properties_are_read_as_written_and_evaluated_on_demand()
    {
        using var root = new ScratchFolder();
        root.Write("Directory.Build.props", "<Project><PropertyGroup><Company>Shop</Company><TargetFrameworks>net9.0;net10.0</TargetFrameworks></PropertyGroup></Project>");
        var file = root.Write("src/A.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><Major>2</Major><Version>$(Major).1.0</Version><Company Condition="true">Other</Company></PropertyGroup>
              <ItemGroup><PackageReference Include="NUnit" /></ItemGroup>
            </Project>
            """);
        var project = new SolutionProject("A", file);

        project.GetProperty("Version").ShouldBe("$(Major).1.0");
        project.GetProperty("Company").ShouldBe("Shop");
        project.GetProperty("Nothing").ShouldBeNull();
        project.TargetFrameworks.ShouldBe(["net9.0", "net10.0"]);
        project.HasPackageReference("nunit").ShouldBeTrue();
        (await project.EvaluateAsync("Version", Runner(root).RunAsync, CancellationToken.None)).ShouldBe("2.1.0");
        (await project.EvaluateAsync("Company", Runner(root).RunAsync, CancellationToken.None)).ShouldBe("Other");
    }

    private static ProcessRunner Runner(ScratchFolder root) => new(root.Path, TimeProvider.System);

    private static Task<CommandResult> RunAsync(ScratchFolder root, params string[] arguments) => Runner(root).RunAsync(Command.Of("dotnet", arguments), CancellationToken.None);
}
