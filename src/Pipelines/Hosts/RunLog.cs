using System.Globalization;
using Pipelines.Execution;
using Pipelines.Hosts.Reports;

namespace Pipelines.Hosts;

/// <summary>Keeps everything a run told, whatever was shown, as <c>log.txt</c> in the run's folder.</summary>
internal sealed class RunLog : IRunHost
{
    private readonly TextWriter _file;
    private readonly TextWriter _masked;
    private readonly TimeProvider _time;
    private readonly Groups _groups;

    public RunLog(RunFolder folder, SecretMask mask, TimeProvider time)
    {
        _time = time;
        _file = new StreamWriter(folder.Log);
        _masked = new MaskingWriter(_file, mask);
        _groups = new(new Lines(this), LogLevel.Verbose);
    }

    public void Tell(RunEvent happened)
    {
        _groups.Tell(happened);
        if (happened is RunEvent.RunEnded end)
        {
            _masked.Write(SummaryText.Failures(end, withStack: true));
            Write(SummaryText.LastLine(end));
        }
    }

    public void Flush() => _masked.Flush();

    public async ValueTask DisposeAsync()
    {
        await _masked.DisposeAsync();
        await _file.DisposeAsync();
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
