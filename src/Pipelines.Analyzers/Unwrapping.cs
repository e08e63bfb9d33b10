using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers;

/// <summary>What is meant, without the conversions that the compiler puts around it.</summary>
internal static class Unwrapping
{
    public static IOperation? Bare(this IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation conversion:
                    operation = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    operation = creation.Target;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The values of a <c>params</c> argument one by one; null when they come as one array.</summary>
    public static IEnumerable<IOperation>? Elements(this IArgumentOperation argument) => argument.Value.Bare() switch
    {
        IArrayCreationOperation array => array.Initializer?.ElementValues ?? Enumerable.Empty<IOperation>(),
        ICollectionExpressionOperation collection => collection.Elements,
        _ when argument.ArgumentKind == ArgumentKind.Explicit && argument.Parameter?.IsParams == false => [argument.Value],
        _ => null,
    };

    /// <summary>What a lambda of one expression gives.</summary>
    public static IOperation? Given(this IAnonymousFunctionOperation lambda) =>
        lambda.Body.Operations.OfType<IReturnOperation>().FirstOrDefault()?.ReturnedValue.Bare();
}
