using NUnit.Framework;
using Pipelines.Execution.Caching;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Execution.Caching;

[TestFixture]
public sealed class GlobsTests
{
    [Test]
    public void Folders_of_git_and_npm_and_those_left_out_by_name_are_not_searched()
    {
        using var folder = new ScratchFolder();
        string[] files = ["src/a.cs", "src/obj/b.cs", "src/deep/obj/c.cs", "src/.git/d.cs", "src/node_modules/e.cs", "src/deep/f.cs", "src/obj.cs"];
        Array.ForEach(files, file => folder.Write(file, ""));

        new Globs(folder.Path, new()).Find(["src/**/*", "!**/obj/**"]).ShouldBe(["src/a.cs", "src/deep/f.cs", "src/obj.cs"]);
    }

    [Test]
    public void A_folder_a_file_and_a_pattern_each_give_their_files_once_and_sorted()
    {
        using var folder = new ScratchFolder();
        string[] files = ["b/two.txt", "b/one.md", "a.txt", "c.txt"];
        Array.ForEach(files, file => folder.Write(file, ""));

        new Globs(folder.Path, new()).Find(["b", "*.txt", "a.txt", folder / "b/one.md", "!c.txt"]).ShouldBe(["a.txt", "b/one.md", "b/two.txt"]);
    }

    [Test]
    public void A_link_that_leads_back_above_itself_is_no_trap()
    {
        using var folder = new ScratchFolder();
        folder.Write("src/a.cs", "");
        Directory.CreateSymbolicLink(folder / "src/back", folder.Path);

        new Globs(folder.Path, new()).Find(["src/**/*.cs"]).ShouldBe(["src/a.cs"]);
    }

    [Test]
    public void What_lies_outside_of_the_root_is_a_mistake_of_the_definition()
    {
        using var folder = new ScratchFolder();

        Should.Throw<DefinitionException>(() => new Globs(folder / "inner", new()).Find([folder / "other.txt"])).Message.ShouldContain("lies outside the root");
    }
}
