using System.Globalization;
using System.Text;
using Pipelines.Execution.Caching;

namespace Pipelines.Execution.Continuing;

/// <summary>
/// Writes down what a run did as it goes, in its folder: successes in <c>state.tsv</c>, typed results in <c>results/TARGET.json</c>.
/// A row is written after what it speaks of, so a run that is killed has done at least what it says.
/// </summary>
internal sealed class RunJournal : IDisposable
{
    public const string FileName = "state.tsv";
    private readonly AbsolutePath _folder;
    private readonly RunResults _results;
    private readonly SecretMask _mask;
    private readonly FileStream _file;
    private bool _broken;

    public RunJournal(AbsolutePath folder, RunIdentity identity, RunResults results, SecretMask mask)
    {
        (_folder, _results, _mask) = (folder, results, mask);
        _file = new(folder / FileName, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        var text = new StringBuilder().AppendRow("code", identity.Code).AppendRow(["plan", .. identity.Plan]).AppendRow(["invoked", .. identity.Invoked]);
        Write(new TargetState(identity.Values).Append(text));
    }

    public static AbsolutePath ResultFile(AbsolutePath folder, string target) => folder / "results" / $"{target}.json";

    /// <summary>Notes what the run can be continued from; a disk that is full ends the journal, not the run.</summary>
    public void Tell(RunEvent happened)
    {
        try
        {
            Note(happened);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            _broken = true;
        }
    }

    public void Dispose() => _file.Dispose();

    private void Note(RunEvent happened)
    {
        switch (_broken ? null : happened)
        {
            case RunEvent.TargetEnded { Outcome: { Status: TargetStatus.Succeeded or TargetStatus.Skipped } outcome }:
                WriteResult(outcome.Name);
                WriteDone(outcome);
                break;
            case RunEvent.RunEnded end:
                Write(new StringBuilder().AppendRow("end", end.ExitCode.ToString(CultureInfo.InvariantCulture)));
                break;
        }
    }

    private void WriteResult(string target)
    {
        // One with a secret in it stays in memory.
        if (_results.TextOf(target) is { } text && _mask.Apply(text) == text)
        {
            Directory.CreateDirectory(ResultFile(_folder, target).Parent!);
            File.WriteAllText(ResultFile(_folder, target), text);
        }
    }

    private void WriteDone(TargetOutcome outcome)
    {
        if (outcome.Status == TargetStatus.Succeeded || outcome.Skip == SkipKind.Continued)
        {
            var row = new List<string> { "done", outcome.Name };
            foreach (var (name, value) in outcome.Figures)
            {
                row.AddRange([name, _mask.Apply(value)]);
            }
            Write(new StringBuilder().AppendRow([.. row]));
        }
    }

    private void Write(StringBuilder rows) => _file.Write(Encoding.UTF8.GetBytes(rows.ToString()));
}
