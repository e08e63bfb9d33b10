using System.Runtime.InteropServices;

namespace Pipelines.Agent.Supervision;

/// <summary>
/// Starts processes that need nothing of the agent: own session, output straight to a file, no pipe.
/// They live on when the agent is killed.
/// </summary>
internal static partial class Spawn
{
    // posix_spawnattr_t has 336 bytes and posix_spawn_file_actions_t 80, with glibc and musl alike.
    private const int OpaqueSize = 512;
    private const short NewSession = 0x80;
    private const short DefaultSignals = 0x04;
    private const int WriteCreateAppend = 0x441;
    private const int OwnerReadWrite = 0x180;

    /// <returns>The pid, or 0 with the system's error number.</returns>
    public static (int Pid, int Error) Start(
        string program, IReadOnlyList<string> arguments, IReadOnlyList<string> environment, string folder, string output)
    {
        using var memory = new NativeMemoryBlock();
        var attributes = memory.Zeroed(OpaqueSize);
        var actions = memory.Zeroed(OpaqueSize);
        var signals = memory.Zeroed(OpaqueSize);
        _ = AttributesInit(attributes);
        _ = ActionsInit(actions);
        try
        {
            // .NET ignores SIGPIPE, and an ignored signal stays ignored in the child: it must find every default.
            foreach (var signal in (ReadOnlySpan<int>)[1, 2, 3, 13, 15, 17])
            {
                _ = AddSignal(signals, signal);
            }

            _ = SetDefaultSignals(attributes, signals);
            _ = SetFlags(attributes, NewSession | DefaultSignals);
            _ = AddOpen(actions, 0, memory.Text("/dev/null"), 0, 0);
            _ = AddOpen(actions, 1, memory.Text(output), WriteCreateAppend, OwnerReadWrite);
            _ = AddDuplicate(actions, 1, 2);
            _ = AddChangeFolder(actions, memory.Text(folder));
            var error = SpawnOfPath(
                out var pid, memory.Text(program), actions, attributes, memory.Texts([program, .. arguments]), memory.Texts(environment));
            return error == 0 ? (pid, 0) : (0, error);
        }
        finally
        {
            _ = AttributesDestroy(attributes);
            _ = ActionsDestroy(actions);
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawnp")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SpawnOfPath(
        out int pid, nint program, nint actions, nint attributes, nint arguments, nint environment);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AttributesInit(nint attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AttributesDestroy(nint attributes);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setflags")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetFlags(nint attributes, short flags);

    [LibraryImport("libc", EntryPoint = "posix_spawnattr_setsigdefault")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetDefaultSignals(nint attributes, nint signals);

    [LibraryImport("libc", EntryPoint = "sigaddset")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddSignal(nint signals, int signal);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ActionsInit(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int ActionsDestroy(nint actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddOpen(nint actions, int descriptor, nint path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddDuplicate(nint actions, int descriptor, int target);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int AddChangeFolder(nint actions, nint folder);
}
