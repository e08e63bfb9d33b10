using System.Collections.Immutable;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>The run as the work of one target sees it.</summary>
internal sealed class TargetRun(TargetNode node, TargetGraph graph, RunResults results, RunEvents events, int parallel, TextWriter output) : ITargetRun
{
    // A success is remembered with its warnings; nobody reads thousands of them again.
    private const int MostWarnings = 100;
    private ImmutableArray<Figure> _figures = [];
    private ImmutableArray<Figure> _details = [];
    private ImmutableArray<string> _warnings = [];

    public string Target => node.Name;

    public int Parallel => parallel;

    public TextWriter Output => output;

    public ImmutableArray<Figure> Figures => _figures;

    public ImmutableArray<Figure> Details => _details;

    public ImmutableArray<string> Warnings => _warnings;

    /// <summary>Why its success is not remembered; null when it is.</summary>
    public string? RunsAgainBecause { get; private set; }

    public TResult Result<TResult>(Target<TResult> target)
    {
        var name = graph.NameOf(target)
            ?? throw new DefinitionException($"Target '{node.Name}' asks for the result of something that is not a target of this build.");
        if (!graph.ComesBefore(name, node.Name))
        {
            throw new DefinitionException($"Target '{node.Name}' reads the result of '{name}' but does not depend on it. Add DependsOn({name}).");
        }
        return results.TryGet(name, out var result) && result is TResult typed
            ? typed
            : throw new TargetFailedException($"'{name}' was skipped or gave nothing, so '{node.Name}' has no result to read. Run it, or ask only when it ran.");
    }

    public void RunAgain(string reason) => RunsAgainBecause = reason;

    public void Say(LogLevel level, string text)
    {
        if (level == LogLevel.Warning && _warnings.Length < MostWarnings)
        {
            ImmutableInterlocked.Update(ref _warnings, static (warnings, warning) => warnings.Add(warning), text);
        }
        events.Tell(new RunEvent.LineWritten(node.Name, level, text));
    }

    public void Status(string text) => events.Tell(new RunEvent.StatusChanged(node.Name, text));

    public void Summary(string name, string value) => ImmutableInterlocked.Update(
        ref _figures,
        static (figures, figure) => Put(figures, figure),
        new Figure(name, value));

    public void Detail(string heading, IEnumerable<string> lines) => ImmutableInterlocked.Update(
        ref _details,
        static (details, detail) => Put(details, detail),
        new Figure(heading, string.Join('\n', lines)));

    // A figure that is said again replaces the one before.
    private static ImmutableArray<Figure> Put(ImmutableArray<Figure> figures, Figure figure) =>
        figures.FirstOrDefault(known => known.Name == figure.Name) is { } known ? figures.Replace(known, figure) : figures.Add(figure);
}
