using System.Globalization;
using System.Security.Cryptography;
using NUnit.Framework;
using Pipelines.EndToEnd.Harness;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.EndToEnd.Caching;

/// <summary>Builds that are killed while they write their cache.</summary>
public sealed class KilledWriterTests
{
    private const int Kills = 10;
    private const int Seed = 20261121;

    [Test]
    public async Task After_ten_kills_while_the_cache_is_written_every_state_is_right_and_nothing_kept_is_half()
    {
        using var root = new ScratchFolder();
        Directory.CreateDirectory(root / ".nuke");
        var shell = new Shell(root.Path);
        var random = new Random(Seed);
        var writing = await WriteAsync(shell, root, state: 0, killAfter: null);

        var (state, midway) = (0, 0);
        while (midway < Kills)
        {
            (++state).ShouldBeLessThan(10 * Kills, $"only {midway} kills came while the cache was written");
            var (blobs, entries) = (Blobs(root).Length, Entries(root).Length);
            await WriteAsync(shell, root, state, writing * random.NextDouble() / 2);
            midway += Blobs(root).Length > blobs && Entries(root).Length == entries ? 1 : 0;
            await CheckAsync(shell, root, state);
        }

        await CheckAsync(shell, root, state: 1);
        Entries(root).Length.ShouldBe(state + 1);
        foreach (var blob in Blobs(root).Where(blob => !Path.GetFileName(blob).StartsWith("draft.", StringComparison.Ordinal)))
        {
            var content = await File.ReadAllBytesAsync(blob);
            (Path.GetFileName(Path.GetDirectoryName(blob)) + Path.GetFileName(blob)).ShouldBe(Convert.ToHexStringLower(SHA256.HashData(content)));
        }
    }

    // From the first file in the cache to the end of the process.
    private static async Task<TimeSpan> WriteAsync(Shell shell, ScratchFolder root, int state, TimeSpan? killAfter)
    {
        var before = Blobs(root).Length;
        using var run = Start(shell, state);
        using var limit = new CancellationTokenSource(shell.Limit, TimeProvider.System);
        while (Blobs(root).Length == before)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }

        var start = TimeProvider.System.GetTimestamp();
        if (killAfter is { } delay)
        {
            await Task.Delay(delay, TimeProvider.System);
            run.Kill();
        }

        await run.WaitAsync(shell.Limit, CancellationToken.None);
        return TimeProvider.System.GetElapsedTime(start);
    }

    // Once as it comes, and once more from what was kept.
    private static async Task CheckAsync(Shell shell, ScratchFolder root, int state)
    {
        await RunAsync(shell, state);
        Check(root, state);
        Directory.Delete(root / "output", recursive: true);
        (await RunAsync(shell, state)).Output.ShouldContain("up to date");
        Check(root, state);
    }

    private static void Check(ScratchFolder root, int state)
    {
        for (var file = 0; file < CacheWriter.Files; file++)
        {
            File.ReadAllText(root / "output" / CacheWriter.Name(file)).ShouldBe(CacheWriter.Content(state, file));
        }
    }

    private static async Task<ShellResult> RunAsync(Shell shell, int state)
    {
        using var run = Start(shell, state);
        var result = await run.WaitAsync(shell.Limit, CancellationToken.None);
        result.ExitCode.ShouldBe(ExitCodes.Success, $"{result}");
        return result;
    }

    private static ShellRun Start(Shell shell, int state) => shell.Start(
        "dotnet", Programs.File, "Write", "--root", shell.Folder, "--state", state.ToString(CultureInfo.InvariantCulture));

    private static string[] Blobs(ScratchFolder root) =>
        Directory.Exists(root / ".nuke/temp/cache/blobs") ? Directory.GetFiles(root / ".nuke/temp/cache/blobs", "*", SearchOption.AllDirectories) : [];

    // A draft that a killed writer left has an extension, and is no entry.
    private static string[] Entries(ScratchFolder root) => [.. Directory.GetFiles(root / ".nuke/temp/cache/entries/Write").Where(file => Path.GetExtension(file).Length == 0)];
}
