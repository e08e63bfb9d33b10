using Pipelines.Agent.State;

namespace Pipelines.Agent.Supervision;

/// <summary>The process of an instance: started by this agent, or found running and adopted.</summary>
internal sealed class RunningProcess(ProcessIdentity identity, int port, bool isChild)
{
    // Whoever asks next must get the same answer: a child can be reaped once.
    private int? _exitCode;

    public int Pid => identity.Pid;

    public int Port => port;

    public long StartTicks => identity.StartTicks;

    public bool IsChild => isChild;

    /// <returns>Null when the record's process is gone.</returns>
    public static RunningProcess? Adopt(InstanceRecord record)
    {
        var identity = new ProcessIdentity(record.Pid, record.StartTicks);
        return identity.IsAlive() ? new RunningProcess(identity, record.Port, isChild: false) : null;
    }

    /// <returns>Null while it runs; -1 when it ended and was not this agent's child.</returns>
    public int? ExitCode()
    {
        _exitCode ??= isChild ? Libc.Reap(Pid) : identity.IsAlive() ? null : -1;
        return _exitCode;
    }

    /// <summary>Asks the process and what it started to end.</summary>
    public void Terminate() => Signal(Libc.Terminate);

    /// <summary>Ends the process and what it started; also what it left behind when it ended itself.</summary>
    public void Kill() => Signal(Libc.Kill);

    private void Signal(int signal) => Libc.SignalGroup(Pid, signal);
}
