using Pipelines.Secrets;
using Pipelines.Tools;

namespace Pipelines.Cli;

/// <summary>Runs programs for the targets of a run: the command and its lines go to the log of the target that runs it.</summary>
internal sealed class LoggedCommands(AbsolutePath root, BuildInvocation invocation, SecretMask mask)
{
    private readonly Lazy<ProcessRunner> _runner = new(() => new(root, invocation.TimeProvider)
    {
        Output = line => Ambient.Required.Sink(LogLevel.Information, line.Text),
        Mask = mask.Apply,
        Environment = Inherited(invocation.Environment),
    });

    public Task<CommandResult> RunAsync(Command command, CancellationToken cancellationToken)
    {
        foreach (var secret in command.Secrets)
        {
            mask.Add(secret.Reveal());
        }
        Ambient.Required.Sink(command.Quiet ? LogLevel.Debug : LogLevel.Information, $"$ {command}");
        return _runner.Value.RunAsync(command, cancellationToken);
    }

    // A run within a test may give two variables; its programs still need the path and the home folder of the process; none needs a passphrase.
    internal static Dictionary<string, string> Inherited(IReadOnlyDictionary<string, string> given)
    {
        var variables = Variables.Read();
        foreach (var (name, value) in given)
        {
            variables[name] = value;
        }
        return SecretSurroundings.ForPrograms(variables);
    }
}
