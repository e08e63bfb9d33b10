using System.Linq.Expressions;
using System.Reflection;
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
            foreach (var parameter in target.RequiredParameters.Where(parameter => Evaluate(parameter.Body) is null or ""))
            {
                yield return Name(parameter.Body) is { } member && values.Find(member) is { } declaration
                    ? $"Target '{target.Name}': {ParameterValues.MissingText(declaration)}"
                    : $"Target '{target.Name}' requires '{parameter.Body}', which has no value.";
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
        .Where(parameter => !missing || Evaluate(parameter.Body) is null or "")
        .Select(parameter => Name(parameter.Body) is { } member ? values.Find(member) : null)
        .OfType<ParameterDeclaration>();

    private static MemberInfo? Name(Expression body) => body switch
    {
        UnaryExpression converted => Name(converted.Operand),
        MemberExpression member => member.Member,
        _ => null,
    };

    // Compiling an expression takes longer than the rest of the check; nearly all of them only name a member.
    private static object? Evaluate(Expression? expression) => expression switch
    {
        null => null,
        ConstantExpression constant => constant.Value,
        UnaryExpression { NodeType: ExpressionType.Convert } converted => Evaluate(converted.Operand),
        MemberExpression { Member: FieldInfo field } member => field.GetValue(Evaluate(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member => property.GetValue(Evaluate(member.Expression)),
        _ => Expression.Lambda<Func<object?>>(Expression.Convert(expression, typeof(object))).Compile(preferInterpretation: true)(),
    };
}
