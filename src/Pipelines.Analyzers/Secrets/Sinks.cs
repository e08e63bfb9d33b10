using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Secrets;

/// <summary>Where people read.</summary>
internal sealed class Sinks(Words words)
{
    /// <summary>What a call shows its arguments in; null when it shows nothing.</summary>
    public string? Of(IInvocationOperation call) => call.TargetMethod switch
    {
        { ContainingType: { Name: "Log", ContainingNamespace: { Name: "Serilog", ContainingNamespace.IsGlobalNamespace: true } } } => "the log",
        { ContainingType: { Name: "ILogger", ContainingNamespace.Name: "Serilog" } } => "the log",
        { Name: "Write" or "WriteLine", ContainingType: { Name: "Console", ContainingNamespace.Name: "System" } } => "the console",
        { Name: "Summary", ContainingType: var type } when Words.Same(type, words.Run) => "the summary",
        { Name: "Status", ContainingType: var type } when Words.Same(type, words.Run) => "the status",
        { Name: "Write" or "WriteLine" or "WriteAsync" or "WriteLineAsync", ContainingType.Name: "TextWriter" } => Of(call.Instance.Bare()),
        _ => null,
    };

    public string? Of(IObjectCreationOperation creation) =>
        creation.Type is { } type && (Words.Same(type, words.Exception) || Words.Inherits(type, words.Exception)) ? "the message of an exception" : null;

    private string? Of(IOperation? writer) => writer switch
    {
        IPropertyReferenceOperation { Property: { Name: "Out" or "Error", ContainingType.Name: "Console" } } => "the console",
        IPropertyReferenceOperation { Property: { Name: "Output", ContainingType: var type } } when Words.Same(type, words.Run) => "the output",
        _ => null,
    };
}
