using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using Pipelines.Graph;

namespace Pipelines.Execution;

/// <summary>
/// Finds, before anything runs, work that reads the result of a target which does not come before it. Seen is what the work itself
/// asks for by name, <c>run.Result(Image)</c>; what a variable or another method asks for is found only when it runs.
/// </summary>
internal static class ResultReads
{
    private const byte Call = 0x28;
    private const byte VirtualCall = 0x6F;
    private const int CallLength = 5;

    public static IEnumerable<string> Problems(TargetGraph graph, ExecutionPlan plan)
    {
        foreach (var node in plan.Targets.Where(target => target.SkipReason is null).Select(target => graph[target.Name]))
        {
            var read = node.Work.Where(work => work.SeesRun).SelectMany(work => Read(work.Author)).Where(graph.Has).Distinct(StringComparer.Ordinal);
            foreach (var name in read.Where(name => !graph.ComesBefore(name, node.Name)))
            {
                yield return $"Target '{node.Name}' reads the result of '{name}' but does not depend on it. Add DependsOn({name}).";
            }
        }
    }

    // The work of an async lambda is in the state machine that the compiler makes of it.
    private static ImmutableArray<string> Read(MethodInfo author)
    {
        var method = Attribute.GetCustomAttribute(author, typeof(StateMachineAttribute)) is StateMachineAttribute machine
            ? machine.StateMachineType.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic)!
            : author;
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var names = ImmutableArray.CreateBuilder<string>();
        for (var position = CallLength; position < code.Length; position++)
        {
            // A getter of a target, and right after it the call that takes what it gave.
            if (code[position] == VirtualCall && code[position - CallLength] is Call or VirtualCall
                && IsResult(Called(method, code, position)) && Target(Called(method, code, position - CallLength)) is { } name)
            {
                names.Add(name);
            }
        }
        return names.DrainToImmutable();
    }

    private static bool IsResult(MethodBase? method) => method is { Name: nameof(ITargetRun.Result) } && method.DeclaringType == typeof(ITargetRun);

    private static string? Target(MethodBase? getter) => getter is MethodInfo { IsSpecialName: true, ReturnType: { IsGenericType: true } type } && type.GetGenericTypeDefinition() == typeof(Target<>)
        ? getter.Name[(getter.Name.IndexOf('_', StringComparison.Ordinal) + 1)..]
        : null;

    // Bytes that only look like a call do not name a method.
    private static MethodBase? Called(MethodBase caller, byte[] code, int position)
    {
        if (position + CallLength > code.Length)
        {
            return null;
        }
        try
        {
            return caller.Module.ResolveMethod(
                BitConverter.ToInt32(code, position + 1),
                caller.DeclaringType?.GetGenericArguments(),
                caller.IsGenericMethod ? caller.GetGenericArguments() : null);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
