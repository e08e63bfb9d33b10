using NUnit.Framework;
using Sample.Storefront.Faults;
using Shouldly;

namespace Sample.Storefront.Tests.Faults;

public sealed class ErrorShareTests
{
    [TestCase("0")]
    [TestCase("0.01")]
    [TestCase("0.3")]
    [TestCase("0.999")]
    [TestCase("1")]
    public void After_any_number_of_requests_the_errors_are_within_half_a_request_of_the_ratio(decimal ratio)
    {
        var share = new ErrorShare(ratio);
        var errors = 0;

        for (var requests = 1; requests <= 2_000; requests++)
        {
            errors += share.Next() ? 1 : 0;
            Math.Abs(errors - (requests * ratio)).ShouldBeLessThanOrEqualTo(0.5m);
        }
    }

    [Test]
    public void Requests_in_parallel_get_the_same_number_of_errors()
    {
        var share = new ErrorShare(0.3m);
        var errors = 0;

        Parallel.For(0, 10_000, _ => Interlocked.Add(ref errors, share.Next() ? 1 : 0));

        errors.ShouldBe(3_000);
    }
}
