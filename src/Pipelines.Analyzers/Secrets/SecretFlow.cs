using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Secrets;

/// <summary>Follows values through strings and through variables that are assigned once.</summary>
internal sealed class SecretFlow(Words words, CancellationToken cancellationToken)
{
    /// <summary>The secrets whose value, or a part of it, is in a value; a <c>Secret</c> itself prints as <c>***</c> and is none.</summary>
    public IEnumerable<IOperation> Into(IOperation? operation)
    {
        var value = operation.Bare();
        return value is null || Words.Same(value.Type, words.Secret) ? [] : value switch
        {
            IInvocationOperation call => Into(call),
            IMemberReferenceOperation member => IsSecret(member.Member) ? [member] : [],
            ILocalReferenceOperation local => Into(Assigned(local)).Any() ? [local] : [],
            IInterpolatedStringOperation text => text.Parts.OfType<IInterpolationOperation>().SelectMany(part => Into(part.Expression)),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum => Into(sum.LeftOperand).Concat(Into(sum.RightOperand)),
            ICoalesceOperation choice => Into(choice.Value).Concat(Into(choice.WhenNull)),
            IConditionalOperation choice => Into(choice.WhenTrue).Concat(Into(choice.WhenFalse)),
            IConditionalAccessOperation access => access.WhenNotNull is IInvocationOperation { Type.SpecialType: SpecialType.System_String } call && IsOfString(call.TargetMethod)
                ? Into(access.Operation)
                : Into(access.WhenNotNull),
            IArrayCreationOperation array => array.Initializer?.ElementValues.SelectMany(Into) ?? [],
            ICollectionExpressionOperation collection => collection.Elements.SelectMany(Into),
            _ => [],
        };
    }

    /// <summary>How a person calls the secret.</summary>
    public static string NameOf(IOperation secret) => secret switch
    {
        IInvocationOperation { Instance: IConditionalAccessInstanceOperation, Syntax.Parent: ConditionalAccessExpressionSyntax access } => access.Expression.ToString(),
        IInvocationOperation { Instance: { } instance } => instance.Syntax.ToString(),
        IMemberReferenceOperation member => member.Member.Name,
        _ => secret.Syntax.ToString(),
    };

    private IEnumerable<IOperation> Into(IInvocationOperation call)
    {
        if (call.TargetMethod.Name == "Reveal" && Words.Same(call.TargetMethod.ContainingType, words.Secret))
        {
            return [call];
        }

        return IsOfString(call.TargetMethod) && call.Type?.SpecialType == SpecialType.System_String
            ? Into(call.Instance).Concat(call.Arguments.SelectMany(argument => Into(argument.Value)))
            : [];
    }

    // Format, Concat, Trim, Substring and their like give what they got; a digest of the author's does not.
    private static bool IsOfString(IMethodSymbol method) => method.ContainingType.SpecialType == SpecialType.System_String;

    private bool IsSecret(ISymbol member) => member.GetAttributes().Any(attribute => Words.Same(attribute.AttributeClass, words.SecretAttribute));

    private IOperation? Assigned(ILocalReferenceOperation reference)
    {
        var declaration = reference.Local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken);
        return declaration is VariableDeclaratorSyntax { Initializer.Value: { } value, Parent.Parent.Parent: { } block } && !IsAssigned(block, reference.Local.Name)
            ? reference.SemanticModel?.GetOperation(value, cancellationToken)
            : null;
    }

    private static bool IsAssigned(SyntaxNode block, string name) => block.DescendantNodes().Any(node => node switch
    {
        AssignmentExpressionSyntax { Left: IdentifierNameSyntax left } => left.Identifier.ValueText == name,
        ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None, Expression: IdentifierNameSyntax given } => given.Identifier.ValueText == name,
        _ => false,
    });
}
