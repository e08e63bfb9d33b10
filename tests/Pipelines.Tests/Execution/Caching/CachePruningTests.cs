using NUnit.Framework;
using Pipelines.Execution.Caching;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Execution.Caching;

[TestFixture]
public sealed class CachePruningTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task What_nobody_used_for_a_month_goes_with_its_files_and_what_is_used_stays()
    {
        using var folder = new ScratchFolder();
        var (old, used) = (await KeepAsync(folder, "old", TimeSpan.FromDays(31)), await KeepAsync(folder, "used", TimeSpan.FromDays(29)));

        await PruneAsync(folder);

        (File.Exists(old.Entry), File.Exists(old.Blob)).ShouldBe((false, false));
        (File.Exists(used.Entry), File.Exists(used.Blob)).ShouldBe((true, true));
    }

    [Test]
    public async Task Of_many_states_of_one_target_the_twenty_used_last_stay()
    {
        using var folder = new ScratchFolder();
        for (var hours = 2; hours < 27; hours++)
        {
            await KeepAsync(folder, $"state {hours}", TimeSpan.FromHours(hours));
        }

        await PruneAsync(folder);

        Directory.GetFiles(folder / "entries/Pack").Length.ShouldBe(20);
        Directory.GetFiles(folder / "blobs", "*", SearchOption.AllDirectories).Length.ShouldBe(20);
    }

    [Test]
    public async Task A_file_that_was_just_written_stays_though_no_entry_speaks_of_it_yet()
    {
        using var folder = new ScratchFolder();
        var kept = await KeepAsync(folder, "being written", TimeSpan.FromMinutes(5));
        File.Delete(kept.Entry);

        await PruneAsync(folder);

        File.Exists(kept.Blob).ShouldBeTrue();
    }

    [Test]
    public async Task Pruning_waits_a_day_after_the_last_time()
    {
        using var folder = new ScratchFolder();
        await PruneAsync(folder);
        Date(folder / "pruned", TimeSpan.FromHours(23));
        var old = await KeepAsync(folder, "old", TimeSpan.FromDays(31));

        await PruneAsync(folder);

        File.Exists(old.Entry).ShouldBeTrue();
    }

    private static Task PruneAsync(ScratchFolder folder) => new CachePruning(folder.Path, new SkippingTime(Now)).RunAsync(CancellationToken.None);

    private static async Task<(AbsolutePath Entry, AbsolutePath Blob)> KeepAsync(ScratchFolder folder, string content, TimeSpan age)
    {
        var time = new SkippingTime(Now);
        var source = folder.Write("source.txt", content);
        var hash = await new BlobStore(folder / "blobs", time).PutAsync(source, new string('0', 64), CancellationToken.None);
        var entry = new CacheEntry("run", new([new(StateKind.Input, content, hash)])) { Outputs = [new("source.txt", hash, UnixFileMode.None)] };
        await new EntryStore(folder / "entries", time).KeepAsync("Pack", entry, CancellationToken.None);
        var (file, blob) = (folder / "entries/Pack" / entry.State.Fingerprint, folder / "blobs" / hash[..2] / hash[2..]);
        Date(file, age);
        Date(blob, age);
        return (file, blob);
    }

    private static void Date(AbsolutePath file, TimeSpan age) => File.SetLastWriteTimeUtc(file, (Now - age).UtcDateTime);
}
