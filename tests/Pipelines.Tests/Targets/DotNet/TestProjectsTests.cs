using NUnit.Framework;
using Pipelines.Targets.DotNet.Solutions;
using Pipelines.Testing;
using Pipelines.Tools;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet;

public sealed class TestProjectsTests
{
    [TestCase("Sample.Storefront.Tests", true)]
    [TestCase("Pipelines.EndToEnd", true)]
    [TestCase("Pipelines.Testing", false)]
    public async Task A_project_is_a_test_when_the_test_SDK_runs_it(string name, bool expected)
    {
        var solution = await Solution.ReadAsync(Repository.Root / "Pipelines.sln", CancellationToken.None);

        TestProjects.IsTest(solution.GetProject(name)).ShouldBe(expected);
    }

    [Test]
    public void Sources_are_neither_in_hidden_folders_nor_in_those_that_are_built()
    {
        using var root = new ScratchFolder();
        foreach (var folder in (string[])[".git", "artifacts", "output", "src", "tests"])
        {
            Directory.CreateDirectory(root / folder);
        }

        SolutionFile.SourceFolders(root.Path).ShouldBe(["src", "tests"]);
    }
}
