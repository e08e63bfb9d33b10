using System.Xml.Linq;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet.Sharding;

/// <summary>A real project whose tests have names that filters stumble over, dealt by the real test platform.</summary>
[Category("Integration")]
public sealed class ShardRunTests
{
    private const string Tests = """
        using NUnit.Framework;
        using System.Collections.Generic;
        namespace Exp;
        [TestFixture(1)] [TestFixture("a(b.c|d")] public class Param(object x) { [Test] public void A() => Assert.That(x, Is.Not.Null); [TestCase(2)] public void B(int y) => Assert.That(y, Is.EqualTo(2)); }
        [TestFixture(typeof(int))] [TestFixture(typeof(List<string>))] public class Gen<T> { [Test] public void A() => TestContext.Out.WriteLine("note: generic"); }
        public class Outer
        {
            [Test] public void A() { }
            public class Inner { [Test] public void A() { } }
            public static IEnumerable<TestCaseData> Source() { yield return new TestCaseData(1).SetName("with.dots (odd"); yield return new TestCaseData(2).SetName("{m} two"); }
            [TestCaseSource(nameof(Source))] public void Named(int x) => Assert.That(x, Is.GreaterThan(0));
        }
        public class Plain { [TestCase("a.b(c\"d")] [TestCase("x|y&z=!~\\")] public void A(string s) => Assert.That(s, Is.Not.Empty); }
        public class PlainToo { [Test] public void A() { } }
        public class Talks { [Test, Category("Integration")] public void A() { } }
        """;

    [Test]
    public async Task Three_shards_run_every_test_once_under_their_own_names()
    {
        using var root = Root();
        var names = new List<string>();

        await RunAsync(root, "UnitTest");
        var all = Names(root, "output/tests/unit/Exp.Tests.trx");
        foreach (var shard in (string[])["1", "2", "3"])
        {
            await RunAsync(root, "UnitTest", "--shard", $"{shard}/3");
            names.AddRange(Names(root, $"output/tests/unit/{shard}-of-3/Exp.Tests.{shard}-of-3.trx"));
        }

        all.Count.ShouldBe(13);
        names.ShouldBe(all, ignoreOrder: true);
    }

    [Test]
    public async Task A_shard_without_tests_succeeds_and_says_so()
    {
        using var root = Root();

        var shards = new List<string>();
        foreach (var shard in (string[])["1", "2"])
        {
            shards.Add(await RunAsync(root, "IntegrationTest", "--shard", $"{shard}/2"));
        }

        shards.Count(output => output.Contains("has none of the 1 integration tests.", StringComparison.Ordinal)).ShouldBe(1);
        shards.Count(output => output.Contains(": 1 of 1 integration tests", StringComparison.Ordinal)).ShouldBe(1);
    }

    private static ScratchFolder Root()
    {
        var root = new ScratchFolder();
        root.Write(".nuke/parameters.json", "{}");
        root.Write("Exp.slnx", """<Solution><Project Path="Exp.Tests/Exp.Tests.csproj" /></Solution>""");
        root.Write("Directory.Packages.props", File.ReadAllText(Repository.Root / "Directory.Packages.props"));
        root.Write("Directory.Build.props", "<Project><PropertyGroup><UseArtifactsOutput>true</UseArtifactsOutput></PropertyGroup></Project>");
        root.Write("Exp.Tests/Tests.cs", Tests);
        root.Write("Exp.Tests/Exp.Tests.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
              <ItemGroup>
                <PackageReference Include="coverlet.collector" /><PackageReference Include="Microsoft.NET.Test.Sdk" />
                <PackageReference Include="NUnit" /><PackageReference Include="NUnit3TestAdapter" />
              </ItemGroup>
            </Project>
            """);
        return root;
    }

    private static async Task<string> RunAsync(ScratchFolder root, params string[] arguments)
    {
        await using var output = new StringWriter();
        var result = await PipelineBuild.RunAsync<DotNetBuild>(new() { Arguments = [.. arguments], Root = root.Path, Output = output, Error = output }, CancellationToken.None);
        result.ExitCode.ShouldBe(ExitCodes.Success, output.ToString());
        return output.ToString();
    }

    private static List<string> Names(ScratchFolder root, string report) =>
        [.. XDocument.Load(root / report).Descendants().Where(element => element.Name.LocalName == "UnitTestResult")
            .Select(result => (string)result.Attribute("testId")! + (string)result.Attribute("testName")!)];
}
