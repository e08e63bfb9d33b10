using Pipelines.Completion;
using Pipelines.Graph;
using Pipelines.Parameters;
using Pipelines.Secrets;

namespace Pipelines.Cli;

/// <summary>Command lines that run no target and need no build: what a shell asks while somebody types, and <c>Secrets</c>.</summary>
internal static class SideDoor
{
    /// <summary>Answers such a line; false for every other.</summary>
    public static Task<bool> TryAnswerAsync(BuildClass buildClass, BuildInvocation invocation, TextWriter output, CancellationToken cancellationToken)
    {
        if (invocation.Arguments is [Completer.Word, ..])
        {
            return CompleteAsync(buildClass, invocation, output);
        }
        return SecretsLine.IsOne(invocation.Arguments, () => GraphReader.NamesOf(buildClass.Type))
            ? KeepSecretsAsync(buildClass, invocation, output, cancellationToken)
            : Task.FromResult(false);
    }

    private static async Task<bool> CompleteAsync(BuildClass buildClass, BuildInvocation invocation, TextWriter output)
    {
        var completer = new Completer(ParameterDeclarations.Of(buildClass.Type).All, GraphReader.NamesOf(buildClass.Type), () => ParameterSources.Profiles(RootFinder.Find(option: null, invocation.Root)));
        foreach (var candidate in completer.Complete(invocation.Arguments.AsSpan()[1..]))
        {
            await output.WriteLineAsync(candidate);
        }
        return true;
    }

    private static async Task<bool> KeepSecretsAsync(BuildClass buildClass, BuildInvocation invocation, TextWriter output, CancellationToken cancellationToken)
    {
        var line = SecretsLine.Read(invocation.Arguments.Skip(1));
        if (line.Help)
        {
            await output.WriteAsync(SecretsLine.Usage);
            return true;
        }
        var declarations = ParameterDeclarations.Of(buildClass.Type);
        Preparer.Check(declarations.Problems);
        var surroundings = Preparer.SecretsOf(invocation, RootFinder.Find(line.Root, invocation.Root));
        var input = invocation.Input is { IsTerminal: true } ? Surroundings.PersonOf(invocation) : invocation.Input;
        await new SecretsCommand(line, declarations.All, surroundings, input, output).RunAsync(cancellationToken);
        return true;
    }
}
