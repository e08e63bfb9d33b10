using System.Collections.Immutable;
using Pipelines.Delivery;
using Pipelines.Delivery.Stages;
using Pipelines.Targets.Delivery.Posting;
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

    /// <summary>Posts deployments on GitHub: the job's own <c>GITHUB_TOKEN</c>, with the rights <c>deployments: write</c> and <c>pull-requests: write</c>.</summary>
    [Parameter("Token that posts deployments on GitHub", Name = "github-token")]
    Secret? GitHubToken => TryGetValue(() => GitHubToken);

    /// <summary>Posts deployments on GitLab: a token of the project with the scope <c>api</c>, as a job's own may not.</summary>
    [Parameter("Token that posts deployments on GitLab, of a project and with the scope api", Name = "gitlab-token")]
    Secret? GitLabToken => TryGetValue(() => GitLabToken);

    /// <summary>Opens the stages for work that changes them: its reports go to the summary page of the job and, where there is a token, to GitHub or GitLab.</summary>
    sealed async Task DeliverAsync(ITargetRun run, Func<DeliverySession, Task> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var posts = OpenPosts();
        using var delivery = OpenDelivery(run);
        delivery.Reported = report =>
        {
            run.Detail($"{report.Service} → {report.Stage}", report.Plan.IsEmpty ? [report.Title] : [report.Title, .. report.Plan]);
            posts?.Post(report);
        };
        await work(delivery);
    }

    /// <summary>Whether a stage has the name.</summary>
    /// <exception cref="DefinitionException">None has; the message lists them.</exception>
    sealed bool IsStage(string? name)
    {
        var known = DefineStages().Select(stage => stage.Name).ToArray();
        return name is null || known.Contains(name, StringComparer.OrdinalIgnoreCase)
            ? true
            : throw new DefinitionException($"There is no stage '{name}'. Stages: {string.Join(", ", known)}.");
    }

    private StagePosts? OpenPosts()
    {
        if (ServerJob is not { } job || Forge.Access(job, job.Host == Host.GitHub ? GitHubToken : GitLabToken) is not { } access)
        {
            return null;
        }
        try
        {
            return new(() => Forge.Open(job.Host, access), job, warning => Log.Warning("{Warning}", warning), TimeProvider.System);
        }
        catch (DefinitionException problem)
        {
            Log.Warning("Nothing is posted on {Host}: {Problem}", job.Host, problem.Message);
            return null;
        }
    }

    private DeliveryOptions Options() => new()
    {
        Service = ServiceName,
        Stages = DefineStages(),
        EnvironmentRoot = EnvironmentRoot,
        Runner = new ProcessRunner(RootDirectory, TimeProvider.System),
    };
}
