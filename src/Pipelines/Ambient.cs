using System.Reflection;
using Pipelines.Tools;

namespace Pipelines;

/// <summary>The run that the calling flow belongs to; flows with <c>async</c>, so two runs in one process never meet.</summary>
internal sealed record Ambient
{
    private static readonly AsyncLocal<Ambient?> Slot = new();

    public static Ambient? Current => Slot.Value;

    public static Ambient Required => Current
        ?? throw new DefinitionException("The root folder, the host and the parameters are known only while a build runs. Start it with Execute<T>() or RunAsync<T>().");

    public required AbsolutePath Root { get; init; }

    public required Host Host { get; init; }

    public required bool IsServer { get; init; }

    /// <summary>What the CI server says of the job; null on none that is known. Read when it is asked for.</summary>
    public Func<ServerJob?> ServerJob { get; init; } = () => null;

    public required SecretMask Mask { get; init; }

    /// <summary>Takes the lines of the flow: of the running target, else of the run.</summary>
    public Action<LogLevel, string> Sink { get; init; } = (_, _) => { };

    /// <summary>Takes what the running target writes on the console; null where none runs.</summary>
    public TextWriter? Output { get; init; }

    /// <summary>Cancelled when the running target has to stop.</summary>
    public CancellationToken CancellationToken { get; init; }

    /// <summary>The bound value of a parameter, or of a member that gets its value by an attribute; else null.</summary>
    public Func<MemberInfo, object?> Value { get; init; } = _ => null;

    /// <summary>How a target of the run ended; null while it has not.</summary>
    public Func<Delegate, TargetOutcome?> OutcomeOf { get; init; } = _ => null;

    /// <summary>The JSON Schema of the build's parameter files.</summary>
    public Func<string> Schema { get; init; } = () => "";

    /// <summary>Draws workflows.</summary>
    public Func<CiRequest, CiDrawing> DrawCi { get; init; } = _ => throw new DefinitionException("Workflows are drawn from the targets, which are known only while a target runs.");

    /// <summary>Plans the rehearsal of a workflow.</summary>
    public Func<RehearsalRequest, Rehearsal> PlanRehearsal { get; init; } = _ => throw new DefinitionException("Workflows are drawn from the targets, which are known only while a target runs.");

    public Func<Command, CancellationToken, Task<CommandResult>> RunCommand { get; init; } =
        (command, _) => throw new DefinitionException($"'{command.Program}' can be started only by a running target.");

    /// <summary>Of the commands of the run.</summary>
    public CommandMark Mark { get; } = new();

    /// <summary>Makes this the run of the calling async method, until that method returns.</summary>
    public void Enter() => Slot.Value = this;
}
