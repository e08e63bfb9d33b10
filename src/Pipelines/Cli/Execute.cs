using Pipelines.Execution;
using Pipelines.Execution.Continuing;
using Pipelines.Execution.Handover;
using Pipelines.Hosts;
using Pipelines.Hosts.Reports;
using Pipelines.Hosts.Telemetry;
using Pipelines.Logging;
using Pipelines.Parameters;
using Pipelines.Tools;

namespace Pipelines.Cli;

/// <summary>Runs a plan before the host of the invocation.</summary>
internal sealed class Execute(Preparation preparation, ExecutionPlan plan, FailedRun? failed, EarlierJobs earlier, BuildInvocation invocation, SecretMask mask)
{
    private readonly EngineOptions _options = preparation.Invocation.Options;

    private int Parallel => _options.Parallel ?? Environment.ProcessorCount;

    public async Task<BuildResult> RunAsync(TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        var onlyAnswers = preparation.Targets.All(target => preparation.Graph[target].IsQuery);
        var identity = RunIdentity.Of(plan, preparation.Values, Ambient.Required.Root);
        failed?.Check(identity);
        var folder = onlyAnswers ? null : OpenFolder(error);
        var settings = Settings(folder);
        await using var audience = new Audience(Listeners(onlyAnswers, folder, settings, output, error), mask);
        var execution = new PlanExecution(
            preparation.Graph,
            plan,
            new()
            {
                Parallel = Parallel,
                NoCache = _options.NoCache,
                SharedCache = Surroundings.SharedCache(_options, invocation.Environment),
                Folder = folder?.Path,
                Identity = identity,
                Continued = failed,
                Given = earlier.Results,
                Job = _options.Job,
                OnlyAnswers = onlyAnswers,
                BeforeWork = () => SerilogSetup.Ensure(preparation.Build.GetType()),
            },
            audience.Tell,
            invocation.TimeProvider);
        var result = await execution.RunAsync(cancellationToken);
        if (result.ExitCode == ExitCodes.Cancelled && Ambient.Required.Mark is { IsUsed: true } mark)
        {
            ProcessRunner.KillStrays(mark.OfRun);
        }
        return result;
    }

    private List<IRunHost> Listeners(bool onlyAnswers, RunFolder? folder, HostSettings settings, TextWriter output, TextWriter error)
    {
        var listeners = new List<IRunHost>();
        if (folder is not null)
        {
            listeners.Add(new RunLog(folder, mask, invocation.TimeProvider));
            listeners.Add(new RunRecorder(folder, Facts(settings.RunAgain), mask, invocation.TimeProvider, error.WriteLine));
        }
        if (!onlyAnswers && invocation.Environment.GetValueOrDefault("GITHUB_STEP_SUMMARY") is { Length: > 0 } file)
        {
            listeners.Add(new StepSummary(file, mask, error.WriteLine));
        }
        if (!onlyAnswers && Ambient.Required.Host == Host.GitLab)
        {
            listeners.Add(new CodeQualityReport(Ambient.Required.Root, error.WriteLine));
        }
        if (TraceRequest.IsIn(invocation.Environment))
        {
            TraceOrWarn(listeners, folder?.Id, error);
        }
        listeners.Add(onlyAnswers ? new QueryHost(output, error, settings) : HostFor(output, settings));
        return listeners;
    }

    // A root that cannot be written to is no reason to run nothing.
    private RunFolder? OpenFolder(TextWriter error)
    {
        try
        {
            return RunFolder.Create(Ambient.Required.Root, invocation.TimeProvider.GetUtcNow());
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
        Host.GitHub => new GitHubHost(output, settings, Ambient.Required.Root),
        Host.GitLab => new GitLabHost(output, settings, invocation.TimeProvider),
        _ => new PlainHost(output, settings),
    };

    private void TraceOrWarn(List<IRunHost> listeners, string? id, TextWriter error)
    {
        try
        {
            AddTrace(listeners, id, error);
        }
#pragma warning disable CA1031 // Whatever OpenTelemetry makes of its variables: nobody's run ends for want of a trace.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            error.WriteLine($"warning: This run sends no trace: {mask.Apply(exception.Message)} See the OTEL_ variables.");
        }
    }

    // From here on the commands of the calling flow are part of the trace. A method of its own: to compile it is to load what a trace is made of.
    private void AddTrace(List<IRunHost> listeners, string? id, TextWriter error)
    {
        var trace = new RunTrace(invocation.Environment, id, mask, _options.Verbosity == Verbosity.Verbose ? error.WriteLine : _ => { });
        (Ambient.Required with { RunCommand = new TracedCommands(trace, Ambient.Required.RunCommand).RunAsync }).Enter();
        listeners.Add(trace);
    }

    private HostSettings Settings(RunFolder? folder) => new(Lowest(_options.Verbosity), mask.Apply(RunAgain()))
    {
        Mask = mask,
        Logo = _options.NoLogo ? null : $"Pipelines {Version} · {string.Join(", ", preparation.Targets)}",
        Report = folder?.ShortReport,
    };

    private RunFacts Facts(string runAgain) => new(runAgain, Ambient.Required.Host, Parallel,
    [
        new("Pipelines", Version),
        new(".NET", Environment.Version.ToString()),
        new("System", Environment.OSVersion.VersionString),
    ]);

    private static string Version => typeof(Execute).Assembly.GetName().Version?.ToString(3) ?? "";

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
