using System.Text.RegularExpressions;
using NUnit.Framework;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Architecture;

/// <summary>Each suppression is agreed on in review: the list of them is a snapshot.</summary>
[TestFixture]
public sealed partial class SuppressionTests
{
    [Test]
    public void Suppressions_are_frozen()
    {
        var suppressions = Found().Select(found => $"{found.File}: {found.Line}");

        Snapshot.Match(string.Join('\n', suppressions));
    }

    [Test]
    public void Every_pragma_says_why()
    {
        var silent = Found().Where(found => found.Line.StartsWith("#pragma", StringComparison.Ordinal) && !found.Line.Contains("//", StringComparison.Ordinal));

        silent.ShouldBeEmpty();
    }

    [TestCase("P:System.DateTimeOffset.UtcNow")]
    [TestCase("T:System.Diagnostics.Process")]
    [TestCase("T:System.Diagnostics.Stopwatch")]
    [TestCase("T:System.Console")]
    [TestCase("M:System.Guid.NewGuid")]
    [TestCase("P:System.Random.Shared")]
    [TestCase("M:System.Threading.Thread.Sleep(System.TimeSpan)")]
    [TestCase("M:System.Environment.Exit(System.Int32)")]
    public void What_has_one_home_is_banned_elsewhere(string symbol)
    {
        var banned = Sources.Lines("build/analysis/BannedSymbols.txt");

        banned.ShouldContain(line => line.StartsWith($"{symbol};", StringComparison.Ordinal));
    }

    [Test]
    public void Every_ban_names_what_to_use_instead()
    {
        var bare = Sources.Lines("build/analysis/BannedSymbols.txt").Where(line => line.Split(';', 2) is not [_, { Length: > 10 }]);

        bare.ShouldBeEmpty();
    }

    private static IEnumerable<(string File, string Line)> Found() =>
        from file in Sources.Files
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith("proj", StringComparison.Ordinal) || file.EndsWith(".props", StringComparison.Ordinal)
        where file != "tests/Pipelines.Tests/Architecture/SuppressionTests.cs"
        from line in Sources.Lines(file)
        where Suppression().IsMatch(line)
        select (file, line.Trim());

    [GeneratedRegex(@"#pragma warning disable|SuppressMessage|<NoWarn|<WarningsNotAsErrors|<TreatWarningsAsErrors>false", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Suppression();
}
