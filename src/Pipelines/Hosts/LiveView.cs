using Pipelines.Execution;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pipelines.Hosts;

/// <summary>What runs at this moment, since when, and what it said last where that is not to be seen above.</summary>
internal sealed class LiveView(LogLevel lowest, TimeProvider time)
{
    private const int Indent = 9;
    private readonly Dictionary<string, Running> _running = new(StringComparer.Ordinal);
    private int _left;

    public void Note(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.RunStarted started:
                _left = started.Plan.Targets.Length;
                break;
            case RunEvent.TargetStarted started:
                _running[started.Target] = new(time.GetTimestamp());
                break;
            case RunEvent.StatusChanged changed when _running.TryGetValue(changed.Target, out var known):
                _running[changed.Target] = known with { Status = changed.Text };
                break;
            case RunEvent.LineWritten { Target: { } target } line when line.Level >= lowest && _running.TryGetValue(target, out var known):
                _running[target] = known with { Line = LastLine(line.Text) };
                break;
            case RunEvent.TargetEnded ended:
                _running.Remove(ended.Outcome.Name);
                _left--;
                break;
        }
    }

    /// <param name="shown">The target whose lines stand above.</param>
    /// <param name="width">Of the terminal, in characters.</param>
    public IRenderable Draw(string? shown, int width)
    {
        if (_running.Count == 0)
        {
            return Text.Empty;
        }
        var waiting = _left - _running.Count;
        var tree = new Tree(new Text(waiting > 0 ? $"Running, {waiting} to come" : "Running", new Style(Color.Grey)));
        foreach (var (target, running) in _running)
        {
            var node = tree.AddNode(new Text($"{target}  {Durations.Show(time.GetElapsedTime(running.Start))}", new Style(Color.Aqua)));
            if (running.Status.Length > 0)
            {
                node.AddNode(new Text(running.Status));
            }
            else if (target != shown && running.Line.Length > 0)
            {
                // One line high whatever its length, so that the view does not jump.
                node.AddNode(new Text(Cut(running.Line, Math.Max(width - Indent, 1)), new Style(Color.Grey)));
            }
        }
        return tree;
    }

    private static string Cut(string line, int most) => line.Length <= most ? line : $"{line[..(most - 1)]}…";

    private static string LastLine(string text) => text.TrimEnd().ReplaceLineEndings("\n").Split('\n')[^1].Trim();

    private sealed record Running(long Start)
    {
        public string Status { get; init; } = "";

        public string Line { get; init; } = "";
    }
}
