using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Execution.Caching;

[TestFixture]
public sealed class ExplanationTests
{
    [Test]
    public async Task What_changed_is_told_by_name_and_nothing_runs()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Mix");
        kitchen.Folder.Write("source/a.txt", "another");
        kitchen.Folder.Write("source/new.txt", "new");
        File.Delete(kitchen.Folder / "source/b/b.txt");

        var ran = await kitchen.RunAsync("--explain Mix --flavour sour-and-private");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Success);
        ran.Output.ShouldBe(
            """
            Mix would run, because of:
              source/a.txt changed
              source/new.txt was added
              the value 'Flavour' changed
              source/b/b.txt was removed

            """);
        ran.Result.Targets.ShouldBeEmpty();
    }

    [Test]
    public async Task A_dependency_that_changed_is_named()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Bake");
        kitchen.Folder.Write("source/a.txt", "another");

        (await kitchen.ExplainAsync("Bake")).ShouldBe("Bake would run, because of:\n  'Mix' changed, which it depends on\n");
    }

    [Test]
    public async Task What_would_be_brought_back_is_told()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Mix");
        File.Delete(kitchen.Folder / "output/mix/a.txt");

        var text = await kitchen.ExplainAsync("Mix");

        text.ShouldStartWith("Mix is up to date: nothing changed since run ");
        text.ShouldEndWith("These files would be brought back:\n  output/mix/a.txt is missing\n");
        File.Exists(kitchen.Folder / "output/mix/a.txt").ShouldBeFalse();
    }

    [Test]
    public async Task A_target_without_an_earlier_success_and_one_without_inputs_are_told_apart()
    {
        using var kitchen = new Kitchen();

        (await kitchen.ExplainAsync("Mix")).ShouldBe("Mix would run, because of:\n  no success of it is known\n");
        (await kitchen.ExplainAsync("Sell")).ShouldStartWith("Sell runs each time: ");
    }

    [Test]
    public async Task A_target_that_is_up_to_date_says_since_when()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Bake");

        (await kitchen.ExplainAsync("Bake")).ShouldMatch(@"^Bake is up to date: nothing changed since run \d{8}-\d{6}-\d{3}(-\d+)?\.\n$");
    }

    [Test]
    public async Task A_run_says_quietly_why_a_target_works()
    {
        using var kitchen = new Kitchen();
        await kitchen.RunAsync("Mix");
        kitchen.Folder.Write("source/a.txt", "another");
        kitchen.Folder.Write("source/new.txt", "new");

        var ran = await kitchen.RunAsync("Mix --verbosity verbose");

        ran.Output.ShouldContain("runs because source/a.txt changed (and 1 more)");
        ran.Result.Outcome("Mix").Cause.ShouldBe("source/a.txt changed (and 1 more)");
    }

    [Test]
    public async Task An_unknown_target_is_a_mistake_with_a_way_out()
    {
        using var kitchen = new Kitchen();

        var ran = await kitchen.RunAsync("--explain Mixx");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain("Did you mean 'Mix'?");
    }
}
