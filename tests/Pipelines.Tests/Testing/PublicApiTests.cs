using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Testing;

[TestFixture]
public sealed class PublicApiTests
{
    [Test]
    public void Members_are_listed_below_their_type_as_an_author_would_write_them()
    {
        var api = PublicApi.List(typeof(Secret).Assembly);

        api.ShouldContain("sealed class Pipelines.Secret\n    new(string value)\n    string Reveal()\n");
        api.ShouldContain("    const int RolledBack = 3\n");
        api.ShouldContain("enum Pipelines.DependencyBehavior\n    Execute = 1\n    Skip = 0\n");
        api.ShouldContain("    TResult Result<TResult>(Target<TResult> target)\n");
        api.ShouldContain("    TSelf Retry(int count, TimeSpan? delay = default)\n");
        api.ShouldContain("    AbsolutePath? Parent { get; }\n");
    }
}
