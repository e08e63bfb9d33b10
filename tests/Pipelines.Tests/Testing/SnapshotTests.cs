using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Testing;

[TestFixture]
public sealed class SnapshotTests
{
    [Test]
    public void A_text_that_nobody_verified_fails_and_is_left_as_received()
    {
        using var folder = new ScratchFolder();

        var message = Snapshot.Compare("one\ntwo\n", folder / "Plan.Shows", accept: false);

        message.ShouldNotBeNull().ShouldContain("ACCEPT=1");
        File.ReadAllText(folder / "Plan.Shows.received.txt").ShouldBe("one\ntwo");
        File.Exists(folder / "Plan.Shows.verified.txt").ShouldBeFalse();
    }

    [Test]
    public void A_difference_shows_the_changed_lines_with_what_stands_around_them()
    {
        using var folder = new ScratchFolder();
        folder.Write("Plan.Shows.verified.txt", "a\nb\nc\nd\ne\nf\ng");

        var message = Snapshot.Compare("a\nb\nc\nd\nE\nf\ng", folder / "Plan.Shows", accept: false);

        message.ShouldNotBeNull().ReplaceLineEndings("\n").ShouldEndWith("    3   c\n    4   d\n    5 - e\n    6 + E\n    7   f\n    8   g");
    }

    [Test]
    public void An_accepted_text_is_the_verified_one_from_then_on()
    {
        using var folder = new ScratchFolder();
        Snapshot.Compare("old", folder / "Plan.Shows", accept: false);

        Snapshot.Compare("new", folder / "Plan.Shows", accept: true);

        Snapshot.Compare("new\r\n", folder / "Plan.Shows", accept: false).ShouldBeNull();
        File.Exists(folder / "Plan.Shows.received.txt").ShouldBeFalse();
    }

    [Test]
    public void The_source_of_a_test_is_found_though_the_compiler_hides_its_folder()
    {
        var source = Repository.SourceFile("/_/tests/Pipelines.Tests/Testing/SnapshotTests.cs");

        File.Exists(source).ShouldBeTrue();
    }
}
