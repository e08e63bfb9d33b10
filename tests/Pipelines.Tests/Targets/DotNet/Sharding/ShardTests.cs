using NUnit.Framework;
using Pipelines.Targets.DotNet;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet.Sharding;

public sealed class ShardTests
{
    [TestCase("1/1")]
    [TestCase("2/4")]
    [TestCase(" 4 / 4 ")]
    public void A_shard_is_read(string text)
    {
        Shard.Parse(text).ToString().ShouldBe(text.Replace(" ", "", StringComparison.Ordinal));
    }

    [TestCase("")]
    [TestCase("2")]
    [TestCase("0/4")]
    [TestCase("5/4")]
    [TestCase("-1/4")]
    [TestCase("1/4/2")]
    [TestCase("1/5000")]
    [TestCase("a/b")]
    public void What_is_no_shard_is_refused_with_an_example(string text)
    {
        Should.Throw<FormatException>(() => Shard.Parse(text)).Message.ShouldContain("2/4");
    }
}
