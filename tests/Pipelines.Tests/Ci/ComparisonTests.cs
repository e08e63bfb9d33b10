using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Ci;

[TestFixture]
public sealed class ComparisonTests
{
    private static readonly AbsolutePath ByHand = Repository.Root / "tests/ci-checkers/valid/.github/workflows/by-hand.yml";
    private static readonly AbsolutePath Workflows = Repository.Root / ".github/workflows";
    private static readonly AbsolutePath Generated = Workflows / "continuous.yml";

    [Test]
    public void The_documentation_counts_what_is_written_by_hand_and_what_is_generated()
    {
        var written = Lines(Repository.Root / "build/Build.Ci.cs");
        var files = Directory.GetFiles(Workflows, "*.yml");
        var all = files.Sum(Lines) + Lines(Repository.Root / ".gitlab-ci.yml");

        Rows().ShouldBe(
        [
            $"| lines of the file | {Lines(ByHand)} | {Lines(Generated)} |",
            $"| lines that people write and keep | {Lines(ByHand)} | {written}, for all {files.Length} workflows and both systems |",
            $"| lines that come of them | {Lines(ByHand)} | {all} |",
            $"| jobs with checkout and SDK | {Checkouts(ByHand)} | {Checkouts(Generated)}, one of them on 4 machines |",
        ]);
    }

    private static IEnumerable<string> Rows() => File.ReadLines(Repository.Root / "docs/ci.md").SkipWhile(line => line != "| | by hand | generated |").Skip(2).TakeWhile(line => line.StartsWith('|'));

    private static int Lines(string file) => File.ReadLines(file).Count();

    private static int Checkouts(AbsolutePath file) => File.ReadLines(file).Count(line => line.Contains("uses: actions/checkout@", StringComparison.Ordinal));
}
