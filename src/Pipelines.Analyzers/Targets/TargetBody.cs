using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Targets;

/// <summary>Judges what the getter of a target gives.</summary>
internal static class TargetBody
{
    /// <summary>What is wrong, as the end of "'Compile' is ..."; null when nothing is.</summary>
    public static string? Fault(IOperation body, IPropertySymbol property, Words words)
    {
        if (body is not IBlockOperation { Operations: { Length: 1 } statements })
        {
            return "computed by its getter";
        }

        return statements[0] is IReturnOperation { ReturnedValue: { } value } ? FaultOf(value, property, words) : null;
    }

    private static string? FaultOf(IOperation value, IPropertySymbol property, Words words) => value.Bare() switch
    {
        IAnonymousFunctionOperation lambda => Returns(lambda).All(returned => StartsFromParameter(returned, words)) ? null : "a definition that does not start from its parameter",
        IMethodReferenceOperation or IThrowOperation => null,
        IPropertyReferenceOperation other when words.IsTarget(other.Type) => IsForward(property, other) ? null : $"another name of '{other.Property.Name}'",
        _ => "computed by its getter",
    };

    // An explicit implementation or an override may say that another property stands for it.
    private static bool IsForward(IPropertySymbol property, IPropertyReferenceOperation other) =>
        property.IsOverride || !property.ExplicitInterfaceImplementations.IsEmpty || other.Instance is IInstanceReferenceOperation { Syntax.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.BaseExpression };

    private static IEnumerable<IOperation> Returns(IAnonymousFunctionOperation lambda) => lambda.Body.Descendants()
        .OfType<IReturnOperation>()
        .Where(returned => ReferenceEquals(Around(returned), lambda))
        .Select(returned => returned.ReturnedValue)
        .OfType<IOperation>();

    private static IOperation? Around(IOperation operation)
    {
        var current = operation.Parent;
        while (current is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation))
        {
            current = current.Parent;
        }

        return current;
    }

    // What cannot be followed, such as a variable, is trusted.
    private static bool StartsFromParameter(IOperation operation, Words words) => operation.Bare() switch
    {
        IInvocationOperation { Instance: { } instance } call when words.IsWord(call.TargetMethod) => StartsFromParameter(instance, words),
        IInvocationOperation call => call.Arguments.Any(argument => words.IsDefinition(argument.Value.Type)),
        IConditionalOperation choice => StartsFromParameter(choice.WhenTrue, words) && (choice.WhenFalse is null || StartsFromParameter(choice.WhenFalse, words)),
        ISwitchExpressionOperation choice => choice.Arms.All(arm => StartsFromParameter(arm.Value, words)),
        IParameterReferenceOperation or ILocalReferenceOperation or IThrowOperation => true,
        _ => false,
    };
}
