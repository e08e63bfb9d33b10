using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>The run as the work of one target sees it.</summary>
internal sealed class TargetRun(TargetNode node, TargetGraph graph, RunResults results, RunEvents events, TextWriter output) : ITargetRun
{
    private ImmutableArray<KeyValuePair<string, string>> _figures = [];

    public string Target => node.Name;

    public TextWriter Output => output;

    public ImmutableArray<KeyValuePair<string, string>> Figures => _figures;

    public TResult Result<TResult>(Target<TResult> target)
    {
        var name = graph.NameOf(target)
            ?? throw new DefinitionException($"Target '{node.Name}' asks for the result of something that is not a target of this build.");
        if (!DependsOn(name))
        {
            throw new DefinitionException($"Target '{node.Name}' reads the result of '{name}' but does not depend on it. Add DependsOn({name}).");
        }
        return results.TryGet(name, out var result) && result is TResult typed
            ? typed
            : throw new TargetFailedException($"'{name}' was skipped or gave nothing, so '{node.Name}' has no result to read. Run it, or ask only when it ran.");
    }

    public void Status(string text) => events.Tell(new RunEvent.StatusChanged(node.Name, text));

    public void Summary(string name, string value) => ImmutableInterlocked.Update(
        ref _figures,
        static (figures, figure) => Put(figures, figure),
        KeyValuePair.Create(name, value));

    // A figure that is said again replaces the one before.
    private static ImmutableArray<KeyValuePair<string, string>> Put(ImmutableArray<KeyValuePair<string, string>> figures, KeyValuePair<string, string> figure) =>
        figures.FirstOrDefault(known => known.Key == figure.Key) is { Key: not null } known ? figures.Replace(known, figure) : figures.Add(figure);

    private bool DependsOn(string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Stack<string>([node.Name]);
        while (waiting.TryPop(out var next))
        {
            foreach (var before in graph[next].Dependencies.Concat(graph[next].TriggeredBy).Where(seen.Add))
            {
                waiting.Push(before);
            }
        }
        return seen.Contains(name);
    }
}
