using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Execution.Caching;
using Shouldly;

namespace Pipelines.Tests.Execution.Caching;

[TestFixture]
public sealed class CacheEntryTextTests
{
    [Test]
    public void Whatever_an_entry_says_is_read_again() => Prop.ForAll(
        ArbMap.Default.ArbFor<string[]>(),
        words => Equal(CacheEntryText.Read(CacheEntryText.Write(Entry(words))), Entry(words))).QuickCheckThrowOnFailure();

    [Test]
    public void An_entry_that_was_cut_short_anywhere_is_none()
    {
        var text = CacheEntryText.Write(Entry(["one", "two"]));

        for (var length = 0; length < text.Length - 1; length++)
        {
            CacheEntryText.Read(text[..length]).ShouldBeNull();
        }
    }

    [TestCase("../outside.txt")]
    [TestCase("/etc/passwd")]
    [TestCase("a/../../outside.txt")]
    public void An_entry_that_names_a_file_outside_of_the_root_is_none(string path)
    {
        var entry = Entry([]) with { Outputs = [new(path, new string('a', 64), UnixFileMode.None)] };

        CacheEntryText.Read(CacheEntryText.Write(entry)).ShouldBeNull();
    }

    private static CacheEntry Entry(string[] words)
    {
        ImmutableArray<string> texts = [.. words.Select(word => word ?? "")];
        return new("20260101-000000-000", new([.. texts.Select(text => new StatePart(StateKind.Input, text, "f00d"))]))
        {
            Figures = [.. texts.Select(text => new Figure(text, text))],
            Warnings = texts,
            Result = texts.FirstOrDefault(),
        };
    }

    private static bool Equal(CacheEntry? read, CacheEntry written) =>
        read is not null && read.State.Fingerprint == written.State.Fingerprint && read.Figures.SequenceEqual(written.Figures)
        && read.Warnings.SequenceEqual(written.Warnings, StringComparer.Ordinal) && read.Result == written.Result;
}
