using System.Collections.Immutable;
using System.Text;
using Pipelines.Graph;

namespace Pipelines.Execution.Caching;

/// <summary>Says for a target what changed since its last success, and runs nothing.</summary>
internal sealed class Explanation(TargetGraph graph, TargetCache cache)
{
    /// <param name="plan">Of the target alone.</param>
    /// <param name="target">What is explained.</param>
    /// <param name="cancellationToken">Stops between two files.</param>
    public async Task<string> WriteAsync(ExecutionPlan plan, string target, CancellationToken cancellationToken)
    {
        var results = new RunResults();
        foreach (var node in plan.Targets.Select(planned => graph[planned.Name]).Where(TargetCache.Serves))
        {
            var answer = await cache.AskAsync(node, results, CacheMode.Look, cancellationToken);
            if (answer.Entry?.Result is { } text)
            {
                results.Keep(node.Name, RunResult.Read(text, node.ResultType!));
            }
            if (node.Name == target)
            {
                return Write(target, answer);
            }
        }
        return $"{target} runs each time: it does not declare what it reads and what it leaves behind, with Inputs(...) and Outputs(...) or a result.\n";
    }

    private static string Write(string target, CacheAnswer answer) => answer switch
    {
        { Entry: { } entry, Causes: [] } => $"{target} is up to date: nothing changed since run {entry.Run}.\n",
        { Entry: { } entry } => $"{target} is up to date: nothing changed since run {entry.Run}. These files would be brought back:\n{Lines(answer.Causes)}",
        { Causes: [] } => $"{target} would run.\n",
        _ => $"{target} would run, because of:\n{Lines(answer.Causes)}",
    };

    private static StringBuilder Lines(ImmutableArray<string> causes)
    {
        var text = new StringBuilder();
        foreach (var cause in causes)
        {
            text.Append("  ").Append(cause).Append('\n');
        }
        return text;
    }
}
