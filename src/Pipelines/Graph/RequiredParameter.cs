using System.Linq.Expressions;
using System.Reflection;

namespace Pipelines.Graph;

/// <summary>A parameter that a target requires. A class around the expression, so that a build without any loads nothing of expressions.</summary>
/// <param name="Value">The parameter, as the author named it.</param>
internal sealed record RequiredParameter(Expression<Func<object?>> Value)
{
    /// <summary>Its value at this moment.</summary>
    public object? Current => Evaluate(Value.Body);

    /// <summary>The member that is named; null for any other expression.</summary>
    public MemberInfo? Member => Name(Value.Body);

    public override string ToString() => Value.Body.ToString();

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
