using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Targets;

/// <summary>Reads what the getter of a target says, without running it.</summary>
internal sealed class TargetReader(Words words)
{
    private static readonly HashSet<string> AboutTargets = new(
        [
            "DependsOn", "TryDependsOn", "DependentFor", "Before", "After", "Triggers", "TriggeredBy", "Consumes", "Base", "Inherit",
        ],
        StringComparer.Ordinal);

    public TargetSource Read(IPropertySymbol property, IEnumerable<IOperation> getter)
    {
        var operations = getter.SelectMany(block => block.DescendantsAndSelf()).ToList();
        var calls = operations.OfType<IInvocationOperation>().ToList();
        return new(
            property,
            [.. calls.Where(call => words.IsWord(call.TargetMethod) && AboutTargets.Contains(call.TargetMethod.Name)).Select(Said)],
            [.. calls.Where(IsResult).Select(call => Referred(call.Arguments[0].Value)).OfType<Named>()],
            operations.OfType<IAnonymousFunctionOperation>().Any() && !calls.Exists(HandsOver));
    }

    private Saying Said(IInvocationOperation call) => new(
        call.TargetMethod.Name,
        call.TargetMethod.TypeArguments.FirstOrDefault() as INamedTypeSymbol,
        [.. call.Arguments.SelectMany(argument => argument.Elements()?.Select(Referred) ?? [null])],
        WordOf(call));

    private bool IsResult(IInvocationOperation call) =>
        call.TargetMethod.Name == "Result" && call.Arguments.Length == 1 && Words.Same(call.TargetMethod.ContainingType, words.Run);

    // A method of the author that gets or gives a definition may say anything.
    private bool HandsOver(IInvocationOperation call) => !words.IsWord(call.TargetMethod)
        && (words.IsDefinition(call.Type) || call.Arguments.Any(argument => words.IsDefinition(argument.Value.Bare()?.Type)));

    private static Location WordOf(IInvocationOperation call) =>
        (call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } ? member.Name : call.Syntax).GetLocation();

    private Named? Referred(IOperation operation)
    {
        var value = operation.Bare() is IAnonymousFunctionOperation lambda ? lambda.Given() : operation.Bare();
        return value is IPropertyReferenceOperation reference && words.IsTarget(reference.Type) && IsOfBuild(reference.Instance.Bare())
            ? new(reference.Property, reference.Syntax.GetLocation())
            : null;
    }

    private static bool IsOfBuild(IOperation? instance) => instance is IInstanceReferenceOperation or IParameterReferenceOperation;
}
