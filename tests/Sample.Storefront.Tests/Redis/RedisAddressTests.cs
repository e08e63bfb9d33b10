using NUnit.Framework;
using Sample.Storefront.Redis;
using Shouldly;

namespace Sample.Storefront.Tests.Redis;

public sealed class RedisAddressTests
{
    [TestCase("cache", "cache", 6379, null, null, 0)]
    [TestCase("cache:7000", "cache", 7000, null, null, 0)]
    [TestCase("127.0.0.1:7000", "127.0.0.1", 7000, null, null, 0)]
    [TestCase("redis://cache/3", "cache", 6379, null, null, 3)]
    [TestCase("redis://:p%40ss%2F@cache:7000", "cache", 7000, null, "p@ss/", 0)]
    [TestCase("redis://shop:secret@cache:7000/15", "cache", 7000, "shop", "secret", 15)]
    [TestCase("redis://secret@cache", "cache", 6379, null, "secret", 0)]
    [TestCase("redis://[::1]:7000", "::1", 7000, null, null, 0)]
    public void An_address_is_read(string text, string host, int port, string? user, string? password, int database)
    {
        RedisAddress.Parse(text).ShouldBe(new(host, port, user, password, database));
    }

    [TestCase("redis://")]
    [TestCase("rediss://:hunter2hunter2@cache")]
    [TestCase("http://:hunter2hunter2@cache")]
    [TestCase("redis://:hunter2hunter2@cache/three")]
    [TestCase("redis://:hunter2hunter2@cache?ssl=true")]
    [TestCase("redis://:hunter2hunter2@cache:99999999")]
    public void What_is_no_address_is_refused_without_being_told(string text)
    {
        Should.Throw<FormatException>(() => RedisAddress.Parse(text)).Message.ShouldNotContain("hunter2");
    }

    [Test]
    public void An_address_prints_without_its_password()
    {
        RedisAddress.Parse("redis://shop:hunter2@cache:7000/1").ToString().ShouldBe("Redis at cache:7000, database 1");
    }
}
