namespace Pipelines.Tools;

/// <summary>Starts a program in a session of its own, without our streams, so that neither our end nor the terminal's reaches it.</summary>
internal static class DetachedShell
{
    // macOS has no setsid; nohup at least ignores the hang-up there. The shell ends at once, so the program belongs to init.
    private const string Script = """
        log=$1; shift
        (umask 077; : >>"$log")
        if command -v setsid >/dev/null 2>&1
        then setsid "$@" </dev/null >>"$log" 2>&1 &
        else nohup "$@" </dev/null >>"$log" 2>&1 &
        fi
        echo $!
        """;

    /// <summary>Prints the process id and ends.</summary>
    public static Command Start(Command command, AbsolutePath logFile) =>
        (Command.Of("/bin/sh", "-c", Script, "start-detached", logFile, command.Program) with { Quiet = true }).With(command.Arguments.AsSpan());
}
