using Pipelines.Execution;
using Pipelines.Execution.Continuing;
using Pipelines.Hosts;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>Runs a plan before the host of the invocation.</summary>
internal sealed class Execute(Preparation preparation, ExecutionPlan plan, FailedRun? failed, BuildInvocation invocation, SecretMask mask)
{
    public async Task<BuildResult> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var options = preparation.Invocation.Options;
        var onlyAnswers = preparation.Targets.All(target => preparation.Graph[target].IsQuery);
        var settings = new HostSettings(Lowest(options.Verbosity), RunAgain());
        var identity = RunIdentity.Of(plan, preparation.Values, Ambient.Required.Root);
        failed?.Check(identity);
        await using var host = onlyAnswers ? new QueryHost(output, error, settings) : HostFor(output, settings);
        await using var log = onlyAnswers ? null : OpenLog(error);
        var execution = new PlanExecution(
            preparation.Graph,
            plan,
            new()
            {
                Parallel = options.Parallel ?? Environment.ProcessorCount,
                NoCache = options.NoCache,
                SharedCache = Surroundings.SharedCache(options, invocation.Environment),
                Folder = log?.Folder,
                Identity = identity,
                Continued = failed,
                OnlyAnswers = onlyAnswers,
            },
            happened =>
            {
                log?.Tell(happened);
                host.Tell(happened);
            },
            invocation.TimeProvider);
        return await execution.RunAsync(cancellationToken);
    }

    // A root that cannot be written to is no reason to run nothing.
    private RunLog? OpenLog(TextWriter error)
    {
        try
        {
            return new(Ambient.Required.Root, mask, invocation.TimeProvider);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            error.WriteLine($"warning: This run keeps no log: {exception.Message}");
            return null;
        }
    }

    private IRunHost HostFor(TextWriter output, HostSettings settings) => Ambient.Required.Host switch
    {
        Host.Terminal => new TerminalHost(output, settings, invocation.TimeProvider),
        Host.GitHub => new GitHubHost(output, settings),
        Host.GitLab => new GitLabHost(output, settings, invocation.TimeProvider),
        _ => new PlainHost(output, settings),
    };

    private static LogLevel Lowest(Verbosity verbosity) => verbosity switch
    {
        Verbosity.Quiet => LogLevel.Warning,
        Verbosity.Normal => LogLevel.Information,
        _ => LogLevel.Verbose,
    };

    private string RunAgain() => string.Join(' ', invocation.Arguments.Prepend("./build.sh").Select(Quoted));

    private static string Quoted(string word) => word.Length > 0 && word.All(character => char.IsAsciiLetterOrDigit(character) || "-_=./:,+@%".Contains(character, StringComparison.Ordinal))
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
