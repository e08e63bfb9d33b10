using Pipelines.Graph;
using Pipelines.Parameters;

namespace Pipelines.Execution;

/// <summary>What the targets of a plan require and do not have.</summary>
internal static class RequirementCheck
{
    public static IEnumerable<string> Problems(TargetGraph graph, ExecutionPlan plan, ParameterValues values)
    {
        foreach (var target in plan.Targets.Where(target => target.SkipReason is null).Select(target => graph[target.Name]))
        {
            foreach (var parameter in target.RequiredParameters.Where(parameter => parameter.IsMissing))
            {
                yield return parameter.Member is { } member && values.Find(member) is { } declaration
                    ? $"Target '{target.Name}': {ParameterValues.MissingText(declaration)}"
                    : $"Target '{target.Name}' requires '{parameter}', which has no value.";
            }
            foreach (var requirement in target.Requirements.Where(requirement => !requirement.Holds()))
            {
                yield return $"Target '{target.Name}' requires {requirement.Text}, which does not hold.";
            }
        }
    }

    /// <summary>Parameters that these targets require.</summary>
    /// <param name="targets">Of the graph or of a plan.</param>
    /// <param name="values">Knows the parameters.</param>
    /// <param name="missing">Only those that have no value.</param>
    public static IEnumerable<ParameterDeclaration> Required(IEnumerable<TargetNode> targets, ParameterValues values, bool missing) => targets
        .SelectMany(target => target.RequiredParameters)
        .Where(parameter => !missing || parameter.IsMissing)
        .Select(parameter => parameter.Member is { } member ? values.Find(member) : null)
        .OfType<ParameterDeclaration>();
}
