using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Work;

/// <summary>The work of a target that some code is part of.</summary>
/// <param name="Lambda">What was given to <c>Executes</c>.</param>
/// <param name="Innermost">The lambda that the code stands in; often the same.</param>
/// <param name="Target">Name of the target.</param>
internal sealed record TargetWork(IAnonymousFunctionOperation Lambda, IAnonymousFunctionOperation Innermost, string Target)
{
    /// <summary>Null when the code is no work of a target, or runs on a thread of its own.</summary>
    public static TargetWork? Around(IOperation operation, ISymbol containing, Words words)
    {
        IAnonymousFunctionOperation? innermost = null;
        IAnonymousFunctionOperation? outermost = null;
        for (var current = operation.Parent; current is not null; current = current.Parent)
        {
            switch (current)
            {
                case IAnonymousFunctionOperation lambda:
                    outermost = lambda;
                    innermost ??= lambda;
                    break;
                case IInvocationOperation call when outermost is not null && IsOwnThread(call.TargetMethod):
                    return null;
                case IInvocationOperation call when outermost is not null && innermost is not null && IsWork(call, words):
                    return new(outermost, innermost, NameOf(containing));
                default:
                    break;
            }
        }

        return null;
    }

    /// <summary>The lambdas that are given to <c>Executes</c>.</summary>
    public static IEnumerable<IAnonymousFunctionOperation> Of(IInvocationOperation call, Words words) => IsWork(call, words)
        ? call.Arguments.SelectMany(argument => argument.Elements() ?? [argument.Value]).Select(value => value.Bare()).OfType<IAnonymousFunctionOperation>()
        : [];

    /// <summary>The target that a getter belongs to.</summary>
    public static string NameOf(ISymbol containing) => containing is IMethodSymbol { AssociatedSymbol: IPropertySymbol property }
        ? Targets.TargetName.Of(property)
        : containing.Name;

    private static bool IsWork(IInvocationOperation call, Words words) => call.TargetMethod.Name is "Executes" or "Plans" && words.IsWord(call.TargetMethod);

    private static bool IsOwnThread(IMethodSymbol method) =>
        (method.ContainingType.Name == "Task" && method.Name == "Run") || (method.ContainingType.Name == "TaskFactory" && method.Name == "StartNew");
}
