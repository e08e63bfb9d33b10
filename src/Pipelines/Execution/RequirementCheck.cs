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
            foreach (var parameter in target.RequiredParameters.Where(parameter => IsMissing(parameter, values)))
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
        .Where(parameter => !missing || IsMissing(parameter, values))
        .Select(parameter => parameter.Member is { } member ? values.Find(member) : null)
        .OfType<ParameterDeclaration>();

    // A number or an enumeration always has a value; whether somebody gave it, only its sources know.
    private static bool IsMissing(RequiredParameter parameter, ParameterValues values) => parameter.Current switch
    {
        null or "" => true,
        var value => ParameterValues.IsNone(value) && parameter.Member is { } member && values.Find(member) is not null && !values.TryGet(member, out _),
    };
}
