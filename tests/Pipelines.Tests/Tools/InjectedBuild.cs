using Pipelines.Tools;
using Serilog;

namespace Pipelines.Tests.Tools;

internal sealed class InjectedBuild : PipelineBuild, IHaveFacts
{
    [Solution(GenerateProjects = true)]
    private readonly Solution _solution = null!;

    [GitRepository]
    private readonly GitRepository _repository = null!;

    public Target Idle => _ => _.Executes(() => { });

    public Target TellProjects => _ => _.Executes(() => Log.Information("{Projects}", string.Join(", ", _solution.AllProjects.Select(project => project.Name))));

    public Target TellTyped => _ => _.Executes(() => Log.Information("{Name}", _solution.src.Pipelines_Delivery.Name));

    public Target TellGit => _ => _.Executes(() => Log.Information("{Problem}", _repository.Problem ?? "none"));
}
