using System.Collections.Immutable;
using Pipelines.Delivery;
using Pipelines.Delivery.Stages;
using Pipelines.Tools;
using Serilog;

namespace Pipelines.Targets.Delivery;

/// <summary>A build that delivers a service to stages.</summary>
public interface IHaveStages : IPipelineBuild
{
    /// <summary>Name of the service: letters, digits and hyphens.</summary>
    string ServiceName { get; }

    /// <summary>Where stages of the Local platform live, outside the workspace so that cleaning it loses nothing.</summary>
    [Parameter("Folder of the local stages: agent, releases, journals, ledgers")]
    AbsolutePath EnvironmentRoot => TryGetValue(() => EnvironmentRoot) ?? StateFolder.Of(ServiceName);

    /// <summary>The stages in the order in which releases pass them. A method, so that a build that delivers nothing does not load what they are made of.</summary>
    ImmutableArray<Stage> DefineStages();

    /// <summary>What a rollout that is told to stop has to bring traffic back; after it the lease does.</summary>
    TimeSpan WayBackLimit => TimeSpan.FromMinutes(2);

    /// <summary>Opens the stages for a target.</summary>
    DeliverySession OpenDelivery(ITargetRun run) => new(Options() with
    {
        Command = run.Target,
        Line = line => Log.Information("{Line}", line),
        Status = run.Status,
    });

    /// <summary>Opens the stages without a target, for plans.</summary>
    DeliverySession OpenDelivery() => new(Options());

    /// <summary>Whether a stage has the name.</summary>
    /// <exception cref="DefinitionException">None has; the message lists them.</exception>
    sealed bool IsStage(string? name)
    {
        var known = DefineStages().Select(stage => stage.Name).ToArray();
        return name is null || known.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? true
            : throw new DefinitionException($"There is no stage '{name}'. Stages: {string.Join(", ", known)}.");
    }

    private DeliveryOptions Options() => new()
    {
        Service = ServiceName,
        Stages = DefineStages(),
        EnvironmentRoot = EnvironmentRoot,
        Runner = new ProcessRunner(RootDirectory, TimeProvider.System),
    };
}
