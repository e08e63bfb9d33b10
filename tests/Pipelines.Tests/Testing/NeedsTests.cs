using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Testing;

[TestFixture]
public sealed class NeedsTests
{
    [TestCase("wrk", null, false)]
    [TestCase("wrk", "", false)]
    [TestCase("wrk", "nginx, wrk", true)]
    [TestCase("wrk", "wrk2", false)]
    [TestCase("wrk", "all", true)]
    public void A_part_is_required_when_the_list_names_it_or_all(string part, string? list, bool expected)
    {
        var required = Needs.IsRequired(part, list);

        required.ShouldBe(expected);
    }

    [Test]
    public void A_missing_part_that_nobody_requires_skips_the_test_and_says_what_brings_it()
    {
        Assume.That(Environment.GetEnvironmentVariable("PIPELINES_REQUIRE"), Is.Not.EqualTo("all"));

        var skip = Should.Throw<IgnoreException>(() => Needs.Program("no-such-program", package: "no-such-package"));

        skip.Message.ShouldBe("skipped: needs no-such-program, install with apt-get install no-such-package");
    }

    [Test]
    public void A_program_that_is_there_is_given_with_its_place()
    {
        var path = Needs.Program("sh", package: "dash");

        File.Exists(path).ShouldBeTrue();
    }
}
