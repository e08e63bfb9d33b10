using Pipelines.Completion;
using Pipelines.Execution;
using Pipelines.Execution.Caching;
using Pipelines.Execution.Continuing;
using Pipelines.Execution.Handover;
using Pipelines.Parameters;
using Pipelines.Planning;

namespace Pipelines.Cli;

/// <summary>Arguments in, exit code out.</summary>
internal static class Application
{
    public static async Task<BuildResult> RunAsync(BuildClass buildClass, BuildInvocation invocation, CancellationToken cancellationToken)
    {
        var mask = new SecretMask();
        await using var output = new MaskingWriter(invocation.Output, mask);
        await using var error = new MaskingWriter(invocation.Error, mask);
        try
        {
            if (await SideDoor.TryAnswerAsync(buildClass, invocation, output, cancellationToken))
            {
                return new(ExitCodes.Success, ExecutionPlan.Empty, []);
            }
            var preparation = new Preparer(buildClass, invocation, mask).Prepare();
            var options = preparation.Invocation.Options;
            if (options.Completion is { } shell)
            {
                await output.WriteAsync(CompletionScript.Of(shell));
                return new(ExitCodes.Success, ExecutionPlan.Empty, []);
            }
            if (options.Explain is { } explained)
            {
                await output.WriteAsync(await ExplainAsync(preparation, explained, invocation, cancellationToken));
                return new(ExitCodes.Success, ExecutionPlan.Empty, []);
            }
            var failed = options.Continue ? FailedRun.Latest(Ambient.Required.Root) : null;
            preparation = preparation.For(failed);
            if (options.Help || preparation.Targets.IsEmpty)
            {
                await output.WriteAsync(HelpText.Write(preparation));
                return new(ExitCodes.Success, ExecutionPlan.Empty, []);
            }
            var earlier = options.After.IsEmpty ? EarlierJobs.None : EarlierJobs.Take(Ambient.Required.Root, options.After, preparation.Graph);
            var plan = Planner.Plan(preparation.Graph, new(preparation.Targets) { Skip = options.Skip, Done = earlier.Reasons });
            if (options.Plan is { } format)
            {
                await output.WriteAsync(await new PlanPrinter(preparation.Graph, plan).WriteAsync(format, cancellationToken));
                return new(ExitCodes.Success, plan, []);
            }
            await new OpenValues(preparation, plan, Surroundings.PersonOf(invocation), mask).FillAsync(cancellationToken);
            Preparer.Check(preparation.Values.Missing(preparation.Build).Select(ParameterValues.MissingText)
                .Concat(RequirementCheck.Problems(preparation.Graph, plan, preparation.Values))
                .Concat(ResultReads.Problems(preparation.Graph, plan)));
            return await new Execute(preparation, plan, failed, earlier, invocation, mask).RunAsync(output, error, cancellationToken);
        }
#pragma warning disable CA1031 // Whatever the author's initialisers, definitions and conditions throw is told in one way.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var result = Mishap.Of(exception, mask, cancellationToken);
            foreach (var problem in result.Problems)
            {
                await error.WriteLineAsync(problem.StartsWith(' ') ? problem : $"error: {problem}");
            }
            return result;
        }
    }

    private static Task<string> ExplainAsync(Preparation preparation, string target, BuildInvocation invocation, CancellationToken cancellationToken)
    {
        var shared = Surroundings.SharedCache(preparation.Invocation.Options, invocation.Environment);
        var cache = new TargetCache(Ambient.Required.Root, preparation.Graph, shared, invocation.TimeProvider);
        return new Explanation(preparation.Graph, cache).WriteAsync(Planner.Plan(preparation.Graph, new([target])), target, cancellationToken);
    }
}
