using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Secrets;

/// <summary>Finds values of secrets on their way to where people read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SecretShownAnalyzer : EngineAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Rules.SecretShown];

    private protected override void Start(CompilationStartAnalysisContext context, Words words)
    {
        var sinks = new Sinks(words);
        context.RegisterOperationAction(
            operation =>
            {
                var (arguments, sink) = operation.Operation switch
                {
                    IInvocationOperation call => (call.Arguments, sinks.Of(call)),
                    IObjectCreationOperation creation => (creation.Arguments, sinks.Of(creation)),
                    _ => ([], null),
                };
                var flow = new SecretFlow(words, operation.CancellationToken);
                foreach (var secret in sink is null ? [] : arguments.SelectMany(argument => flow.Into(argument.Value)))
                {
                    operation.ReportDiagnostic(Diagnostic.Create(Rules.SecretShown, secret.Syntax.GetLocation(), SecretFlow.NameOf(secret), sink));
                }
            },
            OperationKind.Invocation,
            OperationKind.ObjectCreation);
    }
}
