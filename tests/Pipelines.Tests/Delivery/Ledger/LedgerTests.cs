using System.Collections.Immutable;
using NUnit.Framework;
using Pipelines.Delivery.Ledger;
using Pipelines.Delivery.Releases;
using Shouldly;

namespace Pipelines.Tests.Delivery.Ledger;

public sealed class LedgerTests
{
    [Test]
    public void A_ledger_that_nobody_touched_reads_as_it_was_written()
    {
        var lines = Lines(3);

        var entries = LedgerText.Parse("production", lines);

        entries.Select(entry => entry.Sequence).ShouldBe([1, 2, 3]);
        entries[2].Release!.Configuration.Settings["Colour"].ShouldBe("blue");
        entries[2].Release!.Digest.ShouldBe(Release(3).Digest);
    }

    [TestCase("changed", 2)]
    [TestCase("removed", 2)]
    [TestCase("swapped", 2)]
    [TestCase("torn", 3)]
    public void A_line_that_someone_touched_is_named(string what, int line)
    {
        var lines = Lines(3);
        var touched = what switch
        {
            "changed" => lines.SetItem(1, lines[1].Replace("1.0.2", "6.6.6", StringComparison.Ordinal)),
            "removed" => lines.RemoveAt(1),
            "swapped" => ImmutableArray.Create(lines[0], lines[2], lines[1]),
            _ => lines.SetItem(2, lines[2][..40]),
        };

        var problem = Should.Throw<TargetFailedException>(() => LedgerText.Parse("production", touched));

        problem.Message.ShouldContain($"Line {line}");
    }

    private static ImmutableArray<string> Lines(int count)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var previous = "";
        for (var sequence = 1; sequence <= count; sequence++)
        {
            var entry = LedgerText.Sealed(new(
                sequence, DateTimeOffset.UnixEpoch, LedgerEvent.Verified, "production", Release(sequence), Release(sequence - 1), "fine", "ann", $"r{sequence}", TimeSpan.FromMinutes(1), 10 * sequence, previous));
            lines.Add(LedgerText.Line(entry));
            previous = entry.Hash;
        }

        return lines.ToImmutable();
    }

    private static Release Release(int number) => new(
        "shop", $"1.0.{number}", "c0ffee", $"artifact{number}", ReleaseConfiguration.Empty with { Settings = ReleaseConfiguration.Empty.Settings.Add("Colour", "blue") });
}
