using Pipelines.Execution;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Pipelines.Hosts;

/// <summary>What runs at this moment, since when, and what it says about itself.</summary>
internal sealed class LiveView(TimeProvider time)
{
    private readonly Dictionary<string, (long Start, string Status)> _running = new(StringComparer.Ordinal);
    private int _left;

    public void Note(RunEvent happened)
    {
        switch (happened)
        {
            case RunEvent.RunStarted started:
                _left = started.Plan.Targets.Length;
                break;
            case RunEvent.TargetStarted started:
                _running[started.Target] = (time.GetTimestamp(), "");
                break;
            case RunEvent.StatusChanged changed when _running.TryGetValue(changed.Target, out var known):
                _running[changed.Target] = (known.Start, changed.Text);
                break;
            case RunEvent.TargetEnded ended:
                _running.Remove(ended.Outcome.Name);
                _left--;
                break;
        }
    }

    public IRenderable Draw()
    {
        if (_running.Count == 0)
        {
            return Text.Empty;
        }
        var waiting = _left - _running.Count;
        var tree = new Tree(new Text(waiting > 0 ? $"Running, {waiting} to come" : "Running", new Style(Color.Grey)));
        foreach (var (target, (start, status)) in _running)
        {
            var node = tree.AddNode(new Text($"{target}  {Durations.Show(time.GetElapsedTime(start))}", new Style(Color.Aqua)));
            if (status.Length > 0)
            {
                node.AddNode(new Text(status));
            }
        }
        return tree;
    }
}
