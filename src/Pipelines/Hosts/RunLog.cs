using System.Globalization;
using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Keeps everything a run told, whatever was shown, in <c>.nuke/temp/runs/ID/log.txt</c>; the last 20 runs stay.</summary>
internal sealed class RunLog : IRunHost
{
    private const int Kept = 20;
    private readonly TextWriter _file;
    private readonly TextWriter _masked;
    private readonly TimeProvider _time;
    private readonly Groups _groups;

    public RunLog(AbsolutePath root, SecretMask mask, TimeProvider time)
    {
        _time = time;
        var runs = root / ".nuke" / "temp" / "runs";
        Folder = AbsolutePath.Parse(Directory.CreateDirectory(Free(runs, time.GetUtcNow().ToString("yyyyMMdd-HHmmss-fff", CultureInfo.InvariantCulture))).FullName);
        Forget(runs);
        _file = new StreamWriter(Folder / "log.txt") { AutoFlush = true };
        _masked = new MaskingWriter(_file, mask);
        _groups = new(new Lines(this), LogLevel.Verbose);
    }

    /// <summary>Where the run leaves what it did; its name is the run's id.</summary>
    public AbsolutePath Folder { get; }

    public void Tell(RunEvent happened)
    {
        _groups.Tell(happened);
        if (happened is RunEvent.RunEnded end)
        {
            _masked.Write(SummaryText.Failures(end, withStack: true));
            Write(SummaryText.LastLine(end));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _masked.DisposeAsync();
        await _file.DisposeAsync();
    }

    private static string Free(AbsolutePath runs, string id)
    {
        var number = 1;
        var folder = runs / id;
        while (Directory.Exists(folder))
        {
            folder = runs / string.Create(CultureInfo.InvariantCulture, $"{id}-{++number}");
        }
        return folder;
    }

    private static void Forget(AbsolutePath runs)
    {
        foreach (var old in Directory.GetDirectories(runs).OrderDescending(StringComparer.Ordinal).Skip(Kept))
        {
            try
            {
                Directory.Delete(old, recursive: true);
            }
            catch (IOException)
            {
                // Another run forgets it at the same time.
            }
        }
    }

    private void Write(string text) => _masked.WriteLine($"{_time.GetUtcNow().ToString("HH:mm:ss.fff", CultureInfo.InvariantCulture)} {text}");

    private sealed class Lines(RunLog log) : IGroupWriter
    {
        public void Open(string target) => log.Write($"> {target}");

        public void Line(string? target, LogLevel level, string text) => log.Write($"{level,-11} {target}: {text}");

        public void Close(TargetOutcome outcome) => log.Write($"< {OutcomeText.Sentence(outcome)}");

        public void Mention(TargetOutcome outcome) => log.Write($"- {OutcomeText.Sentence(outcome)}");
    }
}
