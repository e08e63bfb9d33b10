using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Pipelines.Analyzers.Work;

/// <summary>A call that returns only when something else has happened.</summary>
/// <param name="Name">As in the source, such as <c>RunAsync(...).Wait()</c>.</param>
/// <param name="Task">What is waited for; null when it is time that passes.</param>
internal sealed record BlockingCall(string Name, IOperation? Task)
{
    public static BlockingCall? Of(IOperation operation, Words words) => operation switch
    {
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when words.IsTask(task.Type) => new(".Result", task.Bare()),
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } when words.IsTask(task.Type) || words.IsTask(task.Bare()?.Type) => new(".Wait()", task.Bare()),
        IInvocationOperation { TargetMethod: { Name: "WaitAll" or "WaitAny", ContainingType: { } type } method } when words.IsTask(type) => new($"Task.{method.Name}", operation),
        IInvocationOperation { TargetMethod.Name: "GetResult", Instance: IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } } when IsTaskLike(task, words) =>
            new(".GetAwaiter().GetResult()", Source(task)),
        IInvocationOperation { TargetMethod: { Name: "Sleep", ContainingType: { Name: "Thread", ContainingNamespace.Name: "Threading" } } } => new("Thread.Sleep", Task: null),
        _ => null,
    };

    // "ConfigureAwait(false)" stands between a task and its awaiter.
    private static bool IsTaskLike(IOperation awaited, Words words) => words.IsTask(Source(awaited)?.Type);

    private static IOperation? Source(IOperation awaited) =>
        awaited.Bare() is IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: { } task } ? task.Bare() : awaited.Bare();
}
