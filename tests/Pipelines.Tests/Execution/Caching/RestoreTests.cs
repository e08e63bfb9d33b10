using System.Runtime.Versioning;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Execution.Caching;

[TestFixture]
[UnsupportedOSPlatform("windows")]
public sealed class RestoreTests
{
    [Test]
    public async Task Deleted_and_changed_outputs_come_back_as_they_were_and_others_are_not_touched()
    {
        using var kitchen = new Kitchen();
        kitchen.Folder.Write("source/c.txt", "three");
        await kitchen.RunAsync("Mix");
        var (a, b, c) = (kitchen.Folder / "output/mix/a.txt", kitchen.Folder / "output/mix/b.txt", kitchen.Folder / "output/mix/c.txt");
        File.SetLastWriteTimeUtc(c, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        File.Delete(a);
        await File.WriteAllTextAsync(b, "burnt");
        var again = await kitchen.RunAsync("Mix");

        again.Status("Mix").ShouldBe(TargetStatus.Skipped);
        kitchen.Read("output/mix/a.txt").ShouldBe("sweet one");
        kitchen.Read("output/mix/b.txt").ShouldBe("sweet two");
        File.GetUnixFileMode(a).HasFlag(UnixFileMode.UserExecute).ShouldBeTrue();
        File.GetLastWriteTimeUtc(c).Year.ShouldBe(2020);
    }

    [Test]
    public async Task Going_back_to_an_earlier_state_finds_it_and_removes_what_only_the_later_one_wrote()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Mix");
        kitchen.Folder.Write("source/later.txt", "later");
        await kitchen.RunAsync("Mix");
        kitchen.Folder.Write("output/mix/mine.txt", "of a person");

        File.Delete(kitchen.Folder / "source/later.txt");
        var back = await kitchen.RunAsync("Mix");

        back.Status("Mix").ShouldBe(TargetStatus.Skipped);
        File.Exists(kitchen.Folder / "output/mix/later.txt").ShouldBeFalse();
        File.Exists(kitchen.Folder / "output/mix/mine.txt").ShouldBeTrue();
    }

    [Test]
    public async Task A_success_that_is_skipped_still_gives_its_result_its_figures_and_its_warnings()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Mix");

        var again = await kitchen.RunAsync("Mix");

        again.Reason("Mix")!.ShouldMatch(@"^up to date \(unchanged since run \d{8}-\d{6}-\d{3}(-\d+)?\)$");
        again.Result.Result<Bakery.Dough>("Mix").ShouldBe(new(2, "sweet"));
        again.Result.Outcome("Mix").Figures.ShouldBe([new Figure("Files", "2")]);
        again.Output.ShouldContain("no salt");
    }

    [Test]
    public async Task Outputs_in_place_are_not_kept_and_the_target_runs_when_one_is_not_what_it_wrote()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Bake");

        var unchanged = await kitchen.RunAsync("Bake");
        kitchen.Folder.Write("output/bread.txt", "stale bread");
        var changed = await kitchen.RunAsync("Bake");

        unchanged.Status("Bake").ShouldBe(TargetStatus.Skipped);
        changed.Status("Bake").ShouldBe(TargetStatus.Succeeded);
        changed.Result.Outcome("Bake").Cause.ShouldBe("output/bread.txt is not what it wrote");
        Blobs(kitchen).Select(blob => File.ReadAllText(blob)).ShouldNotContain(text => text == "sweet bread");
    }

    [TestCase("cut short")]
    [TestCase("changed")]
    [TestCase("gone")]
    public async Task A_kept_file_that_is_not_what_its_name_says_is_never_used(string damage)
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Mix");
        foreach (var blob in Blobs(kitchen))
        {
            Damage(blob, damage);
        }

        File.Delete(kitchen.Folder / "output/mix/a.txt");
        var again = await kitchen.RunAsync("Mix");

        again.Status("Mix").ShouldBe(TargetStatus.Succeeded);
        again.Result.Outcome("Mix").Cause.ShouldBe("output/mix/a.txt is missing");
        kitchen.Read("output/mix/a.txt").ShouldBe("sweet one");
    }

    [Test]
    public async Task Two_checkouts_share_what_they_did_wherever_they_lie()
    {
        using var shared = new ScratchFolder();
        using var first = new Kitchen();
        using var second = new Kitchen();
        await first.RunAsync($"Mix --cache-dir {shared}");

        var other = await second.RunAsync($"Mix --cache-dir {shared}");
        Directory.Delete(shared.Path, recursive: true);
        Directory.Delete(second.Folder / "output", recursive: true);
        var alone = await second.RunAsync("Mix");

        other.Status("Mix").ShouldBe(TargetStatus.Skipped);
        alone.Status("Mix").ShouldBe(TargetStatus.Skipped);
        second.Read("output/mix/b.txt").ShouldBe("sweet two");
    }

    [Test]
    public async Task A_success_that_asks_for_it_is_not_remembered()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Taste");

        (await kitchen.RunAsync("Taste")).Status("Taste").ShouldBe(TargetStatus.Succeeded);
    }

    [Test]
    public async Task No_secret_gets_into_the_cache()
    {
        using var kitchen = new Kitchen();

        await kitchen.RunAsync("Betray Leak --recipe grandmothers-own");
        var again = await kitchen.RunAsync("Betray Leak --recipe grandmothers-own");

        again.Status("Betray").ShouldBe(TargetStatus.Skipped);
        again.Status("Leak").ShouldBe(TargetStatus.Succeeded);
        again.Output.ShouldContain("holds a secret");
        Directory.GetFiles(kitchen.Folder / ".nuke", "*", SearchOption.AllDirectories).ShouldAllBe(file => !File.ReadAllText(file).Contains("grandmothers-own", StringComparison.Ordinal));
    }

    private static string[] Blobs(Kitchen kitchen) => Directory.GetFiles(kitchen.Cache / "blobs", "*", SearchOption.AllDirectories);

    private static void Damage(string blob, string damage)
    {
        switch (damage)
        {
            case "cut short":
                File.WriteAllText(blob, "sw");
                break;
            case "changed":
                File.AppendAllText(blob, "!");
                break;
            default:
                File.Delete(blob);
                break;
        }
    }
}
