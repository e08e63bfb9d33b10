using System.Collections.Immutable;
using System.ComponentModel;

namespace Pipelines.Tools;

/// <summary>Says why a command failed, what it said last, and what to do; secrets stay hidden.</summary>
internal sealed class CommandFailure(Command command, Func<string, string> mask)
{
    private const int LastLines = 12;

    private static readonly ImmutableDictionary<string, string> Installs = ImmutableDictionary.CreateRange(StringComparer.Ordinal, new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["docker"] = "Install it with 'apt-get install docker.io' or from https://docs.docker.com/get-docker/.",
        ["dotnet"] = "Install the .NET SDK from https://dot.net/download.",
        ["git"] = "Install it with 'apt-get install git' or from https://git-scm.com.",
        ["helm"] = "Install it from https://helm.sh/docs/intro/install/.",
        ["kubectl"] = "Install it from https://kubernetes.io/docs/tasks/tools/.",
        ["npm"] = "Install Node.js from https://nodejs.org.",
    });

    /// <summary>It ended with a code that is no success.</summary>
    public TargetFailedException Ended(CommandResult result, AbsolutePath folder) =>
        new(mask($"'{command}' ended with exit code {result.ExitCode}.{Last(result.Output, result.Error)}\nTo repeat it alone: run it in {folder}."));

    /// <summary>It took too long.</summary>
    public TargetFailedException TimedOut(TimeSpan limit, bool gone, ProcessLines lines) =>
        new(mask($"'{command}' was stopped after its limit of {limit:g}, {(gone ? "with all its child processes" : "but did not end; look for it and stop it by hand")}.{Last(lines.Output, lines.Error)}\nRaise its Timeout if it needs longer."));

    /// <summary>There is no such program.</summary>
    public TargetFailedException NotFound() => new(mask(command.Program.Contains('/', StringComparison.Ordinal) || command.Program.Contains('\\', StringComparison.Ordinal)
        ? $"Program '{command.Program}' does not exist or may not be executed."
        : $"Program '{command.Program}' was not found on the PATH. {Installs.GetValueOrDefault(command.Program, "Install it, or add its folder to the PATH.")}"));

    /// <summary>There is no such working folder.</summary>
    public TargetFailedException NoFolder(AbsolutePath folder) => new(mask($"'{command}' cannot run in {folder}: the folder does not exist. Create it first, or set another WorkingDirectory."));

    /// <summary>The system refused to start it.</summary>
    public TargetFailedException NotStarted(Win32Exception cause) => new(mask($"'{command}' could not be started: {cause.Message}"), cause: cause);

    private static string Last(ImmutableArray<string> output, ImmutableArray<string> error)
    {
        var lines = (error.Any(line => line.Length > 0) ? error : output).Where(line => line.Trim().Length > 0).TakeLast(LastLines).ToList();
        return lines.Count == 0 ? " It said nothing." : $" It said last:\n  {string.Join("\n  ", lines)}";
    }
}
