using Pipelines.Ci;
using Pipelines.Ci.Rehearsals;
using Pipelines.Graph;
using Pipelines.Parameters;

namespace Pipelines.Cli;

/// <summary>Finds the workflow and job that a person names, and plans their rehearsal.</summary>
internal static class PlannedRehearsal
{
    public static Rehearsal Of(RehearsalRequest request, TargetGraph graph, object build)
    {
        var names = request.Workflows.Select(workflow => workflow.Name).ToList();
        var known = string.Join(", ", names);
        var name = (request.Workflow, names) switch
        {
            (_, []) => throw new DefinitionException("The build class defines no workflow. Add one in DefineWorkflows()."),
            (null, [var only]) => only,
            (null, _) => throw new DefinitionException($"Which workflow is to be rehearsed? Say --workflow NAME. Workflows: {known}."),
            _ => names.Find(other => string.Equals(JobName.Of(other), JobName.Of(request.Workflow), StringComparison.OrdinalIgnoreCase))
                ?? throw new DefinitionException($"There is no workflow '{request.Workflow}'.{Nearest.Hint(request.Workflow, names)} Workflows: {known}."),
        };
        var findings = new List<CiFinding>();
        var workflow = new CiPlanner(graph, new(graph, build), findings).Plan(request.Workflows.Where(other => other.Name == name)).Workflows[0];
        if (findings.Find(finding => finding.IsError) is { } mistake)
        {
            throw new DefinitionException($"Workflow '{name}' cannot be rehearsed. {mistake.Message}");
        }
        var jobs = workflow.Jobs.Select(job => job.Id).ToList();
        return request.Job is null || jobs.Contains(request.Job, StringComparer.OrdinalIgnoreCase)
            ? new RehearsalPlanner(workflow, request).Plan()
            : throw new DefinitionException($"Workflow '{name}' has no job '{request.Job}'.{Nearest.Hint(request.Job, jobs)} Jobs: {string.Join(", ", jobs)}.");
    }
}
