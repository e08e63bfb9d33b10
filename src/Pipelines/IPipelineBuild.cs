using System.Linq.Expressions;
using Pipelines.Tools;

namespace Pipelines;

/// <summary>What a component, an interface with targets, sees of the build class it is part of.</summary>
public interface IPipelineBuild
{
    /// <summary>The folder that holds <c>.nuke</c>.</summary>
    AbsolutePath RootDirectory { get; }

    /// <summary><c>.nuke/temp</c> below the root, not under version control; made when something is written there.</summary>
    AbsolutePath TemporaryDirectory { get; }

    /// <summary>The run is a job of a CI server.</summary>
    bool IsServerBuild { get; }

    /// <summary>The job of GitHub or GitLab that the run is: branch, pull request, run, attempt; null everywhere else.</summary>
    ServerJob? ServerJob { get; }

    /// <summary>The JSON Schema (draft 7) of the build's parameter files; the same on every machine unless an initialiser depends on it.</summary>
    string ParameterSchema { get; }

    /// <summary>Draws workflows from the targets: plan, files, and what is to be said of them. Writes nothing.</summary>
    CiDrawing DrawCi(CiRequest request);

    /// <summary>Says how the jobs of a workflow run on this machine. Runs nothing.</summary>
    /// <exception cref="DefinitionException">There is no such workflow or job; the message lists them.</exception>
    Rehearsal PlanRehearsal(RehearsalRequest request);

    /// <summary>The value of a component's parameter, or null: <c>[Parameter] string? To => TryGetValue(() => To);</c></summary>
    /// <param name="member">The parameter itself.</param>
    T? TryGetValue<T>(Expression<Func<T>> member);

    /// <summary>How a target of this run ended, for conditions and clean-up; null when it did not come to its turn (yet).</summary>
    /// <param name="target">The target, such as <c>Deploy</c>.</param>
    TargetOutcome? OutcomeOf(Delegate target);

    /// <summary>Runs a program; its lines go, masked, to the log of the running target.</summary>
    /// <exception cref="TargetFailedException">It was not found, took too long, or ended with a code that the command does not accept.</exception>
    Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken);
}
