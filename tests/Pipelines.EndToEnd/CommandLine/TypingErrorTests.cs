using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Shouldly;

namespace Pipelines.EndToEnd.CommandLine;

[TestFixture]
[NonParallelizable]
public sealed class TypingErrorTests
{
    [TestCase("Deploy --stagee production", "--stagee", "--stage")]
    [TestCase("Deploy --parallel x", "x", "--parallel")]
    [TestCase("Depoly", "Depoly", "Deploy")]
    [TestCase("Deploy --production-port many", "many", "--production-port")]
    [TestCase("Deploy --storefront-faults eror=0.3", "eror", "errors-after")]
    public async Task A_typing_error_exits_with_2_names_the_nearest_and_starts_nothing(string line, string found, string nearest)
    {
        var clone = await SharedClone.GetAsync();
        var fresh = clone.EnvironmentRoot / "../untouched";

        var result = await clone.Shell.With("ENVIRONMENT_ROOT", fresh).RunAsync("./build.sh", line.Split(' '));

        result.ExitCode.ShouldBe(2, $"{result}");
        result.Text.ShouldContain(found);
        result.Text.ShouldContain(nearest);
        result.Text.ShouldNotContain("   at ", customMessage: "a person who mistypes needs no stack trace");
        Directory.Exists(fresh).ShouldBeFalse();
        Leftovers.In(fresh).ShouldBeEmpty();
    }

    [Test]
    public async Task Every_mistake_of_a_line_is_said_at_once()
    {
        var clone = await SharedClone.GetAsync();

        var result = await clone.BuildAsync("Deploy", "--stagee", "production", "--parallel", "x");

        result.ExitCode.ShouldBe(2, $"{result}");
        result.Text.ShouldContain("--stagee");
        result.Text.ShouldContain("--parallel");
    }
}
