using System.Collections.Immutable;
using Pipelines.Tools;

namespace Pipelines.Nuke;

/// <summary>What the settings of all commands share.</summary>
public abstract record ToolSettings
{
    /// <summary>Where the command runs; the root unless set.</summary>
    public AbsolutePath? ProcessWorkingDirectory { get; init; }

    /// <summary>Added to the environment; null removes a variable.</summary>
    public ImmutableSortedDictionary<string, string?> ProcessEnvironmentVariables { get; init; } = ImmutableSortedDictionary<string, string?>.Empty;

    /// <summary>The process tree is killed after this time; no limit unless set.</summary>
    public TimeSpan? ProcessExecutionTimeout { get; init; }

    /// <summary>The output is logged.</summary>
    public bool ProcessOutputLogging { get; init; } = true;

    /// <summary>Added behind all other arguments, one item an argument.</summary>
    public ImmutableArray<string> ProcessAdditionalArguments { get; init; } = [];

    /// <summary>The command that these settings describe.</summary>
    public Command ToCommand()
    {
        var command = Command.With(ProcessAdditionalArguments.AsSpan());
        return command with
        {
            WorkingDirectory = ProcessWorkingDirectory,
            Environment = command.Environment.SetItems(ProcessEnvironmentVariables),
            Timeout = ProcessExecutionTimeout,
            Quiet = !ProcessOutputLogging,
        };
    }

    /// <summary>The command without what all share.</summary>
    protected abstract Command Command { get; }
}
