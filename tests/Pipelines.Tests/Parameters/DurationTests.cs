using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Parameters;
using Shouldly;

namespace Pipelines.Tests.Parameters;

[TestFixture]
public sealed class DurationTests
{
    [TestCase(0, ExpectedResult = "0s")]
    [TestCase(100, ExpectedResult = "100ms")]
    [TestCase(90_000, ExpectedResult = "1m30s")]
    [TestCase(93_784_005, ExpectedResult = "1d2h3m4s5ms")]
    [TestCase(-1, ExpectedResult = "-00:00:00.0010000")]
    public string A_time_is_written_as_people_do(int milliseconds) => Duration.Write(TimeSpan.FromMilliseconds(milliseconds));

    [Test]
    public void What_is_written_reads_as_the_same_time() => Prop
        .ForAll<TimeSpan>(time => Duration.TryRead(Duration.Write(time)) == time)
        .QuickCheckThrowOnFailure();

    [Test]
    public void A_type_without_words_of_its_own_has_no_text()
    {
        ValueText.Of(new Wordless(1)).ShouldBeEmpty();
        ValueText.Of(new object()).ShouldBeEmpty();
        ValueText.Of(new Version(1, 2)).ShouldBe("1.2");
    }

    private sealed record Wordless(int Number);
}
