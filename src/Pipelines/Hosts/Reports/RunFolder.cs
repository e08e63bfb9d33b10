using System.Globalization;

namespace Pipelines.Hosts.Reports;

/// <summary>The folder of one run, <c>.nuke/temp/runs/ID</c>; the last 20 runs stay.</summary>
internal sealed record RunFolder(string Id, AbsolutePath Path)
{
    private const int Kept = 20;
    private const string ReportName = "report.html";

    public AbsolutePath Log => Path / "log.txt";

    public AbsolutePath Json => Path / "run.json";

    public AbsolutePath Report => Path / ReportName;

    /// <summary>The report as people name it, from the root.</summary>
    public string ShortReport => $".nuke/temp/runs/{Id}/{ReportName}";

    /// <summary>Makes the folder of a run that starts now, and forgets the oldest ones.</summary>
    /// <exception cref="IOException">The root cannot be written to.</exception>
    public static RunFolder Create(AbsolutePath root, DateTimeOffset start)
    {
        var runs = root / ".nuke" / "temp" / "runs";
        var id = Free(runs, start.ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(runs / id);
        Forget(runs);
        return new(id, runs / id);
    }

    private static string Free(AbsolutePath runs, string start)
    {
        var number = 1;
        var id = start;
        while (Directory.Exists(runs / id))
        {
            id = string.Create(CultureInfo.InvariantCulture, $"{start}-{++number}");
        }
        return id;
    }

    private static void Forget(AbsolutePath runs)
    {
        var known = Directory.GetDirectories(runs);
        Array.Sort(known, StringComparer.Ordinal);
        foreach (var old in known.AsSpan()[..Math.Max(0, known.Length - Kept)])
        {
            try
            {
                // Flat, and quicker so: the framework compiles its recursive way anew at each start.
                Array.ForEach(Directory.GetFiles(old), File.Delete);
                Directory.Delete(old);
            }
            catch (IOException)
            {
                // Another run forgets it at the same time.
            }
        }
    }
}
