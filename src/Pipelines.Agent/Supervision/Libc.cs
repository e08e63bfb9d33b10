using System.Runtime.InteropServices;

namespace Pipelines.Agent.Supervision;

/// <summary>The system calls that .NET has no word for.</summary>
internal static partial class Libc
{
    public const int Terminate = 15;
    public const int Kill = 9;

    private const int NoHang = 1;
    private const int OpenDirectory = 0x90000;

    /// <summary>Leaves the terminal's session, so that its Ctrl-C and its end do not come here.</summary>
    public static void LeaveSession() => _ = SetSession();

    public static bool Signal(int pid, int signal) => SendSignal(pid, signal) == 0;

    /// <summary>Signals a process and everything it started that did not leave its group.</summary>
    public static bool SignalGroup(int pid, int signal) => SendSignal(-pid, signal) == 0;

    /// <summary>Takes the exit code of a child that ended (128 + signal for a killed one).</summary>
    /// <returns>Null while it runs; -1 when it is no child of this process.</returns>
    public static int? Reap(int pid)
    {
        var result = WaitPid(pid, out var status, NoHang);
        if (result == 0)
        {
            return null;
        }

        if (result < 0)
        {
            return -1;
        }

        var signal = status & 0x7f;
        return signal == 0 ? (status >> 8) & 0xff : 128 + signal;
    }

    public static void FlushFolder(string folder)
    {
        var descriptor = Open(folder, OpenDirectory, 0);
        if (descriptor >= 0)
        {
            _ = Flush(descriptor);
            _ = Close(descriptor);
        }
    }

    [LibraryImport("libc", EntryPoint = "setsid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetSession();

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SendSignal(int pid, int signal);

    [LibraryImport("libc", EntryPoint = "waitpid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int WaitPid(int pid, out int status, int options);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags, int mode);

    [LibraryImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Flush(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Close(int descriptor);
}
