using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>Runs commands as NUKE's tasks do: the call returns when the program has ended. This is the one place that blocks on the runner.</summary>
internal static class BlockingRun
{
    public static IReadOnlyCollection<Output> Of(ToolSettings settings) => Of(settings.ToCommand());

    public static IReadOnlyCollection<Output> Of(Command command) => OfAsync(command, RunningTarget.CancellationToken).GetAwaiter().GetResult();

    public static IReadOnlyCollection<(T Settings, IReadOnlyCollection<Output> Output)> Of<T>(IEnumerable<T> settings, int degreeOfParallelism, bool completeOnFailure)
        where T : ToolSettings => AllAsync([.. settings], degreeOfParallelism, completeOnFailure, RunningTarget.CancellationToken).GetAwaiter().GetResult();

    private static async Task<IReadOnlyCollection<Output>> OfAsync(Command command, CancellationToken cancellationToken)
    {
        var result = await RunningTarget.RunAsync(command, cancellationToken);
        return [.. result.Output.Select(line => new Output(OutputType.Std, line)), .. result.Error.Select(line => new Output(OutputType.Err, line))];
    }

    private static async Task<IReadOnlyCollection<(T Settings, IReadOnlyCollection<Output> Output)>> AllAsync<T>(
        ImmutableArray<T> settings, int degreeOfParallelism, bool completeOnFailure, CancellationToken cancellationToken)
        where T : ToolSettings
    {
        var outputs = new IReadOnlyCollection<Output>[settings.Length];
        var failures = new string?[settings.Length];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, degreeOfParallelism), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, settings.Length, options, async (index, stop) =>
        {
            try
            {
                outputs[index] = await OfAsync(settings[index].ToCommand(), stop);
            }
            catch (TargetFailedException exception) when (completeOnFailure)
            {
                failures[index] = exception.Message;
            }
        });

        var problems = failures.OfType<string>().ToList();
        return problems.Count == 0
            ? [.. settings.Zip(outputs)]
            : throw new TargetFailedException(string.Join('\n', problems));
    }
}
