using NUnit.Framework;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Tools;

public sealed class SolutionTests
{
    [Test]
    public async Task Both_forms_give_the_projects_without_folders()
    {
        using var root = new ScratchFolder();
        var classic = root.Write("x.sln", """
            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{1}"
            EndProject
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "A", "src\A\A.csproj", "{2}"
            EndProject
            """);
        var xml = root.Write("x.slnx", """<Solution><Folder Name="/src/"><Project Path="src/A/A.csproj" /></Folder></Solution>""");

        foreach (var file in new[] { classic, xml })
        {
            var solution = await Solution.ReadAsync(file, CancellationToken.None);

            solution.Projects.ShouldBe([new SolutionProject("A", root / "src/A/A.csproj")]);
            Should.Throw<DefinitionException>(() => solution.Project("B")).Message.ShouldBe($"Project 'B' is not in {file.Name}. Its projects: A.");
        }
    }

    [Test]
    public async Task The_solution_of_this_repository_is_read()
    {
        var solution = await Solution.ReadAsync(Repository.Root / "Pipelines.sln", CancellationToken.None);

        solution.Projects.ShouldAllBe(project => project.Path.FileExists());
        solution.Project("Pipelines").Path.ShouldBe(Repository.Root / "src/Pipelines/Pipelines.csproj");
    }

    [Test]
    public async Task A_missing_solution_is_named()
    {
        using var root = new ScratchFolder();

        var problem = await Should.ThrowAsync<DefinitionException>(() => Solution.ReadAsync(root / "no.sln", CancellationToken.None));

        problem.Message.ShouldContain("no.sln' cannot be read as a solution");
    }
}
