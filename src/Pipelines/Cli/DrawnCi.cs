using System.Collections.Immutable;
using Pipelines.Ci;
using Pipelines.Ci.Checks;
using Pipelines.Ci.GitHub;
using Pipelines.Ci.GitLab;
using Pipelines.Ci.Safety;
using Pipelines.Ci.Yaml;
using Pipelines.Graph;

namespace Pipelines.Cli;

/// <summary>Leads workflows through planning, checks and the words of each system to files.</summary>
internal static class DrawnCi
{
    public static CiDrawing Of(CiRequest request, TargetGraph graph, object build, IEnumerable<string> parameters)
    {
        var findings = new List<CiFinding>();
        var plan = new CiPlanner(graph, new(graph, build), findings).Plan(request.Workflows);
        findings.AddRange(CiChecks.All(new(plan, graph, parameters.ToHashSet(StringComparer.OrdinalIgnoreCase), request.Systems)));
        var nodes = findings.Exists(finding => finding.IsError) ? [] : Nodes(request, plan, graph, findings).ToList();
        findings.AddRange(nodes.SelectMany(file => file.IsGitHub ? GitHubSafety.Check(file.Node) : GitLabSafety.Check(file.Node), (file, unsafeFound) =>
            CiRule.Unsafe.At(file.Workflow, $"{unsafeFound.Id}: {unsafeFound.Path} is '{unsafeFound.Found}'. {unsafeFound.Fix}")));
        ImmutableArray<CiFinding> sorted =
        [
            .. findings.Where(finding => !IsAccepted(finding, request)).GroupBy(finding => $"{finding.Id} {finding.Message}", StringComparer.Ordinal).Select(Together)
                .OrderByDescending(finding => finding.IsError).ThenBy(finding => finding.Id, StringComparer.Ordinal),
        ];
        var header = FileHeader.Of(request.Source);
        var files = nodes.Select(file => new CiFile(file.Path, YamlWriter.Write(file.Node with { Above = header }))).Concat(Scripts(request.Systems, plan, header));
        return new(CiPlanText.Write(plan), sorted.Any(finding => finding.IsError) ? [] : [.. files], sorted) { Settings = [.. SettingsText.Of(plan)] };
    }

    // What is to be said of many jobs in the same words is said once.
    private static CiFinding Together(IEnumerable<CiFinding> same)
    {
        CiFinding[] all = [.. same.DistinctBy(finding => finding.Subject, StringComparer.Ordinal)];
        return all.Length <= 2 ? all[0] with { Subject = string.Join(", ", all.Select(finding => finding.Subject)) } : all[0] with { Subject = $"{all[0].Subject} and {all.Length - 1} more" };
    }

    private static bool IsAccepted(CiFinding finding, CiRequest request) =>
        request.Workflows.Any(workflow => workflow.Accepts.ContainsKey(finding.Id) && (finding.Subject == workflow.Name || finding.Subject.StartsWith($"{workflow.Name}/", StringComparison.Ordinal)));

    private static IEnumerable<CiFile> Scripts(CiSystem systems, CiPlan plan, string header)
    {
        if (systems.HasFlag(CiSystem.GitHub) && GitHubSettings.Of(plan, header) is { } github)
        {
            yield return new(GitHubSettings.Path, github);
        }
        if (systems.HasFlag(CiSystem.GitLab) && GitLabSettings.Of(plan, header) is { } gitlab)
        {
            yield return new(GitLabSettings.Path, gitlab);
        }
    }

    private static IEnumerable<DrawnFile> Nodes(CiRequest request, CiPlan plan, TargetGraph graph, List<CiFinding> findings)
    {
        if (request.Systems.HasFlag(CiSystem.GitHub))
        {
            var lowering = new GitHubLowering(graph, ActionPins.Of(request.Present));
            foreach (var workflow in plan.Workflows)
            {
                yield return new($".github/workflows/{workflow.Id}.yml", workflow.Name, true, lowering.Lower(workflow).ToNode());
            }
        }
        if (request.Systems.HasFlag(CiSystem.GitLab) && !plan.Workflows.IsEmpty)
        {
            var names = string.Join(", ", plan.Workflows.Select(workflow => workflow.Name));
            var pipeline = new GitLabLowering(graph).Lower(plan);
            findings.AddRange(pipeline.Problems());
            foreach (var (path, node) in pipeline.Files(request.GitLabFiles))
            {
                yield return new(path, names, false, node);
            }
        }
    }
}
