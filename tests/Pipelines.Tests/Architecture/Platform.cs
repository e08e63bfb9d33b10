using System.Collections.Immutable;

namespace Pipelines.Tests.Architecture;

/// <summary>Parts of .NET that reach outside the process or the moment, by what they reach.</summary>
internal static class Platform
{
    public static ImmutableArray<string> Files { get; } =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
        "System.IO.StreamReader", "System.IO.StreamWriter", "System.IO.FileSystemWatcher", "System.IO.RandomAccess",
    ];

    public static ImmutableArray<string> Network { get; } = ["System.Net."];

    public static ImmutableArray<string> Processes { get; } = ["System.Diagnostics.Process", "System.Diagnostics.ProcessStartInfo"];

    public static ImmutableArray<string> Clock { get; } =
    [
        "System.TimeProvider", "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTimeOffset.get_Now", "System.DateTimeOffset.get_UtcNow",
        "System.Diagnostics.Stopwatch", "System.Threading.Timer", "System.Threading.PeriodicTimer",
    ];

    public static ImmutableArray<string> Tasks { get; } = ["System.Threading.Tasks.Task", "System.Threading.Tasks.ValueTask", "System.Threading.Thread"];

    public static ImmutableArray<string> Surroundings { get; } = ["System.Environment", "System.Console"];

    /// <summary>What whatever chooses must not touch: the same input gives the same plan.</summary>
    public static ImmutableArray<string> Impure { get; } =
        [.. Files, .. Network, .. Processes, .. Clock, .. Tasks, .. Surroundings, "System.Random", "System.Guid.NewGuid"];

    /// <summary>What stands in such a place and reaches nothing: an iterator asks for its thread by itself, and encoding is no network.</summary>
    public static bool IsHarmless(string name) =>
        name is "System.Environment" or "System.Environment.get_CurrentManagedThreadId" || name.StartsWith("System.Net.WebUtility", StringComparison.Ordinal);
}
