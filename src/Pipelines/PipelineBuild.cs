using System.Linq.Expressions;
using Pipelines.Cli;
using Pipelines.Tools;

namespace Pipelines;

/// <summary>The base of a team's build class: its properties of type <see cref="Target"/> are the targets, its interfaces the components.</summary>
public abstract class PipelineBuild : IPipelineBuild
{
    /// <inheritdoc cref="IPipelineBuild.RootDirectory"/>
    public static AbsolutePath RootDirectory => Ambient.Required.Root;

    /// <inheritdoc cref="IPipelineBuild.TemporaryDirectory"/>
    public static AbsolutePath TemporaryDirectory => Ambient.Required.Root / ".nuke" / "temp";

    /// <summary>The run is not a job of a CI server.</summary>
    public static bool IsLocalBuild => !IsServerBuild;

    /// <inheritdoc cref="IPipelineBuild.IsServerBuild"/>
    public static bool IsServerBuild => Ambient.Required.IsServer;

    /// <inheritdoc cref="IPipelineBuild.ParameterSchema"/>
    public static string ParameterSchema => Ambient.Required.Schema();

    /// <summary>Where the run's output is read.</summary>
    public static Host Host => Ambient.Required.Host;

    /// <inheritdoc cref="IPipelineBuild.ServerJob"/>
    public static ServerJob? ServerJob => Ambient.Required.ServerJob();

    /// <inheritdoc cref="IPipelineBuild.OutcomeOf"/>
    public static TargetOutcome? OutcomeOf(Delegate target) => Ambient.Required.OutcomeOf(target);

    AbsolutePath IPipelineBuild.RootDirectory => RootDirectory;

    AbsolutePath IPipelineBuild.TemporaryDirectory => TemporaryDirectory;

    bool IPipelineBuild.IsServerBuild => IsServerBuild;

    ServerJob? IPipelineBuild.ServerJob => ServerJob;

    string IPipelineBuild.ParameterSchema => ParameterSchema;

    TargetOutcome? IPipelineBuild.OutcomeOf(Delegate target) => OutcomeOf(target);

    /// <summary>Runs the build in process with what the invocation gives; several may run at the same time.</summary>
    /// <param name="invocation">Arguments, variables, writers and clock of the run.</param>
    /// <param name="cancellationToken">Cancels as a signal does: assured targets still run, and the exit code is 130.</param>
    /// <param name="defaultTargets">Targets that run when the arguments name none.</param>
    public static Task<BuildResult> RunAsync<T>(
        BuildInvocation invocation,
        CancellationToken cancellationToken,
        params Func<T, Delegate>[] defaultTargets)
        where T : PipelineBuild, new() => Application.RunAsync(
            new BuildClass(typeof(T), () => new T(), build => defaultTargets.Select(target => target((T)build))),
            invocation,
            cancellationToken);

    /// <inheritdoc/>
    public CiDrawing DrawCi(CiRequest request) => Ambient.Required.DrawCi(request);

    /// <inheritdoc/>
    public Rehearsal PlanRehearsal(RehearsalRequest request) => Ambient.Required.PlanRehearsal(request);

    /// <inheritdoc/>
    public T? TryGetValue<T>(Expression<Func<T>> member) => Ambient.Required.Value(Named(member.Body).Member) is T value ? value : default;

    /// <inheritdoc/>
    public Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken) => Ambient.Required.RunCommand(command, cancellationToken);

    /// <summary>Runs the build as its process was started: <c>public static int Main() => Execute&lt;Build&gt;(x => x.Compile);</c></summary>
    /// <param name="defaultTargets">Targets that run when the command line names none.</param>
    /// <returns>The process's exit code, see <see cref="ExitCodes"/>.</returns>
    protected static int Execute<T>(params Func<T, Delegate>[] defaultTargets)
        where T : PipelineBuild, new() => CommandLineProgram.Run((invocation, cancellationToken) => RunAsync(invocation, cancellationToken, defaultTargets));

    private static MemberExpression Named(Expression body) => body switch
    {
        MemberExpression member => member,
        UnaryExpression { NodeType: ExpressionType.Convert } converted => Named(converted.Operand),
        _ => throw new DefinitionException($"'{body}' is not a parameter. Write TryGetValue(() => Member)."),
    };
}
