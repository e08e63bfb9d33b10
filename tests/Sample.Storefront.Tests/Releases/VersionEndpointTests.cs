using NUnit.Framework;
using Shouldly;

namespace Sample.Storefront.Tests.Releases;

[Category("Integration")]
public sealed class VersionEndpointTests
{
    [Test]
    public async Task The_version_is_what_the_deployment_configured_and_every_answer_carries_it()
    {
        await using var shop = await RunningShop.StartAsync("Release:Version=1.2.3", "Release:Commit=abc123", "Release:Digest=sha256:77");

        using var answer = await shop.GetAsync("/version");
        using var missing = await shop.GetAsync("/nowhere");

        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"version":"1.2.3","commit":"abc123","release":"sha256:77"}""");
        missing.Headers.GetValues("X-Storefront-Version").ShouldBe(["1.2.3"]);
    }

    [Test]
    public async Task Without_a_deployment_the_version_is_unknown()
    {
        await using var shop = await RunningShop.StartAsync();

        (await shop.GetStringAsync("/version")).ShouldBe("""{"version":"unknown","commit":"unknown","release":"unknown"}""");
    }

    [Test]
    public void A_version_that_cannot_stand_in_a_header_is_refused()
    {
        Should.Throw<StartRefusedException>(() => Shop.Build(["--Release:Version=1.0\nX-Evil: 1"])).Message.ShouldContain("Release:Version");
    }
}
