using System.Globalization;

namespace Pipelines;

/// <summary>A variable by which all that commands of a run start is known for theirs, also when what started it is gone.</summary>
internal sealed class CommandMark
{
    /// <summary>Inherited by everything that a command starts.</summary>
    public const string Variable = "PIPELINES_COMMAND";

    private static readonly string Inherited = Environment.GetEnvironmentVariable(Variable) ?? "";
    private static readonly long Started = TimeProvider.System.GetTimestamp();
    private static int _runs;
    private readonly int _run = Interlocked.Increment(ref _runs);
    private int _commands;

    /// <summary>A command was started.</summary>
    public bool IsUsed => _commands > 0;

    /// <summary>The beginning of every value. Of a build inside a build it begins with that of the command that started it; the time tells it from an earlier process of the same number.</summary>
    public string OfRun => string.Create(CultureInfo.InvariantCulture, $"{Inherited}/{Environment.ProcessId}.{Started}.{_run}/");

    /// <summary>A value for one command.</summary>
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{OfRun}{Interlocked.Increment(ref _commands)}/");
}
