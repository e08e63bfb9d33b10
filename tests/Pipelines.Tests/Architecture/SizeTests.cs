using NUnit.Framework;
using Shouldly;

namespace Pipelines.Tests.Architecture;

[TestFixture]
public sealed class SizeTests
{
    private const int Longest = 300;
    private const int Median = 60;

    [Test]
    public void No_file_of_code_is_longer_than_300_lines()
    {
        var tooLong = Sources.Code.Select(file => (File: file, Sources.Lines(file).Length)).Where(file => file.Length > Longest);

        tooLong.ShouldBeEmpty();
    }

    [TestCase("src/")]
    [TestCase("pipelines/")]
    [TestCase("tests/")]
    public void Half_of_the_files_are_shorter_than_60_lines(string folder)
    {
        var lengths = Sources.Code.Where(file => file.StartsWith(folder, StringComparison.Ordinal)).Select(file => Sources.Lines(file).Length).Order().ToList();

        var median = lengths.Count == 0 ? 0 : lengths[lengths.Count / 2];

        median.ShouldBeLessThan(Median);
    }
}
