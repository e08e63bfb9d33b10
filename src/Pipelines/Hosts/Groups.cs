using Pipelines.Execution;

namespace Pipelines.Hosts;

/// <summary>Keeps the output of each target together: the first running one is shown as it comes, the others wait until it ends.</summary>
internal sealed class Groups(IGroupWriter writer, LogLevel lowest)
{
    private readonly List<Group> _held = [];
    private readonly Dictionary<string, Group> _byTarget = new(StringComparer.Ordinal);
    private readonly List<Entry> _loose = [];
    private string? _open;

    /// <summary>The target whose lines are shown as they come; null when none runs.</summary>
    public string? Shown => _open;

    public void Tell(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.TargetStarted started:
                Add(started.Target, entry: null);
                break;
            case RunEvent.LineWritten line when line.Level >= lowest:
                Write(line);
                break;
            case RunEvent.TryFailed failed:
                Write(new(failed.Target, LogLevel.Warning, $"Try {failed.Try} of {failed.Tries} failed{(failed.Delay > TimeSpan.Zero ? $", next in {Durations.Show(failed.Delay)}" : "")}: {failed.Reason}"));
                break;
            case RunEvent.TargetEnded ended:
                End(ended.Outcome);
                break;
        }
    }

    private void Write(RunEvent.LineWritten line)
    {
        foreach (var text in line.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.Target is { } target)
            {
                Add(target, new(line.Level, text));
            }
            else if (_open is null)
            {
                writer.Line(target: null, line.Level, text);
            }
            else
            {
                _loose.Add(new(line.Level, text));
            }
        }
    }

    private void Add(string target, Entry? entry)
    {
        if (_open is null)
        {
            _open = target;
            writer.Open(target);
        }
        if (_open != target)
        {
            if (!_byTarget.TryGetValue(target, out var group))
            {
                _held.Add(group = _byTarget[target] = new(target));
            }
            if (entry is not null)
            {
                group.Lines.Add(entry);
            }
        }
        else if (entry is not null)
        {
            writer.Line(target, entry.Level, entry.Text);
        }
    }

    private void End(TargetOutcome outcome)
    {
        if (_byTarget.TryGetValue(outcome.Name, out var held))
        {
            held.Outcome = outcome;
        }
        else if (_open == outcome.Name)
        {
            writer.Close(outcome);
            _open = null;
            ShowHeld();
        }
        else
        {
            // Between the groups, never inside one.
            _held.Add(new(outcome.Name) { Outcome = outcome, WroteNothing = true });
            if (_open is null)
            {
                ShowHeld();
            }
        }
    }

    private void ShowHeld()
    {
        foreach (var (level, text) in _loose)
        {
            writer.Line(target: null, level, text);
        }
        _loose.Clear();
        var ended = _held.FindAll(group => group.Outcome is not null);
        _held.RemoveAll(group => group.Outcome is not null);
        foreach (var group in ended)
        {
            _byTarget.Remove(group.Target);
            if (group.WroteNothing)
            {
                writer.Mention(group.Outcome!);
                continue;
            }
            Show(group);
            writer.Close(group.Outcome!);
        }
        if (_held.Count > 0)
        {
            var next = _held[0];
            _held.RemoveAt(0);
            _byTarget.Remove(next.Target);
            _open = next.Target;
            Show(next);
        }
    }

    private void Show(Group group)
    {
        writer.Open(group.Target);
        foreach (var (level, text) in group.Lines)
        {
            writer.Line(group.Target, level, text);
        }
    }

    // A class: a list of values of our own is compiled anew at every start.
    private sealed record Entry(LogLevel Level, string Text);

    private sealed class Group(string target)
    {
        public string Target => target;

        public List<Entry> Lines { get; } = [];

        public TargetOutcome? Outcome { get; set; }

        public bool WroteNothing { get; init; }
    }
}
