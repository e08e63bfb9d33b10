using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Execution.Caching;

[TestFixture]
public sealed class CacheTests
{
    [Test]
    public async Task An_unchanged_target_is_skipped_and_gives_its_result_again()
    {
        using var workspace = Prepared();

        var first = await workspace.RunAsync<Cached>("Pack");
        var second = await workspace.RunAsync<Cached>("Pack");

        first.Status("Pack").ShouldBe(TargetStatus.Succeeded);
        second.Status("Pack").ShouldBe(TargetStatus.Skipped);
        second.Reason("Pack")!.ShouldStartWith("up to date");
        second.Result.Result<int>("Pack").ShouldBe(first.Result.Result<int>("Pack"));
    }

    [TestCase("a changed file")]
    [TestCase("a new file")]
    [TestCase("a deleted file")]
    [TestCase("a renamed file")]
    public async Task A_target_runs_again_after(string change)
    {
        using var workspace = Prepared();
        await workspace.RunAsync<Cached>("Pack");

        Change(workspace, change);
        var again = await workspace.RunAsync<Cached>("Pack");

        again.Status("Pack").ShouldBe(TargetStatus.Succeeded);
    }

    [TestCase("Pack --no-cache")]
    [TestCase("Pack --flavour sour")]
    public async Task A_target_runs_again_with(string arguments)
    {
        using var workspace = Prepared();
        await workspace.RunAsync<Cached>("Pack");

        var again = await workspace.RunAsync<Cached>(arguments);

        again.Status("Pack").ShouldBe(TargetStatus.Succeeded);
    }

    [Test]
    public async Task A_file_that_keeps_size_and_second_but_not_its_content_is_noticed()
    {
        using var workspace = Prepared();
        await workspace.RunAsync<Cached>("Pack");

        workspace.Folder.Write("source/a.txt", "two");
        var again = await workspace.RunAsync<Cached>("Pack");

        again.Status("Pack").ShouldBe(TargetStatus.Succeeded);
    }

    [Test]
    public async Task A_file_that_is_touched_and_not_changed_is_not_noticed()
    {
        using var workspace = Prepared();
        await workspace.RunAsync<Cached>("Pack");

        File.SetLastWriteTimeUtc(workspace.Folder / "source/a.txt", new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        var again = await workspace.RunAsync<Cached>("Pack");

        again.Status("Pack").ShouldBe(TargetStatus.Skipped);
    }

    [Test]
    public async Task A_failed_target_is_not_remembered()
    {
        using var workspace = Prepared();
        workspace.Folder.Write("source/bad.txt", "");
        await workspace.RunAsync<Cached>("Pack");

        var again = await workspace.RunAsync<Cached>("Pack");

        again.Status("Pack").ShouldBe(TargetStatus.Failed);
    }

    [Test]
    public async Task A_torn_record_is_as_good_as_none()
    {
        using var workspace = Prepared();
        await workspace.RunAsync<Cached>("Pack");

        var entry = Directory.GetFiles(workspace.Folder / ".nuke/temp/cache/entries/Pack").ShouldHaveSingleItem();
        await File.WriteAllTextAsync(entry, (await File.ReadAllTextAsync(entry))[..^10]);
        var again = await workspace.RunAsync<Cached>("Pack");

        again.Status("Pack").ShouldBe(TargetStatus.Succeeded);
    }

    private static Workspace Prepared()
    {
        var workspace = new Workspace();
        workspace.Folder.Write("source/a.txt", "one");
        workspace.Folder.Write("source/b/b.txt", "one");
        return workspace;
    }

    private static void Change(Workspace workspace, string change)
    {
        var (a, b) = (workspace.Folder / "source/a.txt", workspace.Folder / "source/b/b.txt");
        switch (change)
        {
            case "a changed file":
                File.WriteAllText(a, "something else");
                break;
            case "a new file":
                workspace.Folder.Write("source/c.txt", "");
                break;
            case "a deleted file":
                File.Delete(a);
                break;
            default:
                File.Move(b, workspace.Folder / "source/b/c.txt");
                break;
        }
    }

    private sealed class Cached : PipelineBuild
    {
        [Parameter]
        private readonly string _flavour = "sweet";

        public Target<int> Pack => _ => _
            .Inputs("source/**/*.txt")
            .InputValue("Flavour", () => _flavour)
            .Outputs("output/package")
            .Executes(() =>
            {
                if (File.Exists(RootDirectory / "source/bad.txt"))
                {
                    throw new TargetFailedException("bad");
                }
                Directory.CreateDirectory(RootDirectory / "output");
                File.WriteAllText(RootDirectory / "output/package", _flavour);
                return 7;
            });
    }
}
