using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Testing;

[TestFixture]
public sealed class EventuallyTests
{
    [Test]
    public async Task What_comes_late_is_waited_for()
    {
        var asked = 0;

        var answer = await Eventually.GetAsync(
            "an answer", _ => Task.FromResult(++asked == 5 ? "here" : null), TimeSpan.FromSeconds(1), new SkippingTime());

        answer.ShouldBe("here");
    }

    [Test]
    public async Task What_never_comes_is_given_up_and_the_last_error_is_the_cause()
    {
        var failure = await Should.ThrowAsync<TimeoutException>(() => Eventually.HoldsAsync(
            "the server", _ => throw new IOException("refused"), TimeSpan.FromSeconds(2), new SkippingTime()));

        failure.Message.ShouldBe("Waited 2 s for the server.");
        failure.InnerException.ShouldBeOfType<IOException>();
    }
}
