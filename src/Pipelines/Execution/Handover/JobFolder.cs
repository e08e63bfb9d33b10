using System.Globalization;

namespace Pipelines.Execution.Handover;

/// <summary>
/// Where a job leaves what it did for later jobs: <c>output/jobs/NAME</c>, one folder, so that a CI system has one path to carry.
/// A job that runs several times adds what tells its runs apart, <c>NAME.2of4</c>.
/// </summary>
internal static class JobFolder
{
    public const string Record = "done.json";
    public const string Files = "files.tar";

    public static AbsolutePath Of(AbsolutePath root, string job) => root / "output" / "jobs" / job;

    /// <summary>The folders of all runs of a job.</summary>
    public static IReadOnlyList<AbsolutePath> All(AbsolutePath root, string job)
    {
        var jobs = root / "output" / "jobs";
        return Directory.Exists(jobs)
            ? [.. Directory.GetDirectories(jobs).Where(folder => IsRunOf(Path.GetFileName(folder), job)).Order(StringComparer.Ordinal).Select(AbsolutePath.Parse)]
            : [];
    }

    /// <summary>Which of how many runs a folder is of, as <c>2of4</c> says; null when it is of the only one, or of a value.</summary>
    public static (int Index, int Total)? Share(string folder)
    {
        var share = folder[(folder.IndexOf('.', StringComparison.Ordinal) + 1)..].Split("of");
        return share is [var index, var total] && Number(index) is { } number && Number(total) is { } all ? (number, all) : null;
    }

    private static int? Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static bool IsRunOf(string folder, string job) => folder == job || folder.StartsWith($"{job}.", StringComparison.Ordinal);
}
