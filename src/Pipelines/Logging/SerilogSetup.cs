using System.Reflection;
using System.Runtime.CompilerServices;
using Serilog;

namespace Pipelines.Logging;

/// <summary>Leads <see cref="Log"/> to the run, at the moment when the first line is written: a run that logs nothing does not load Serilog.</summary>
internal static class SerilogSetup
{
    private const string Assembly = nameof(Serilog);
    private static int _awaited;

    /// <summary>Sets up the logger when Serilog is loaded, or now if it is. Whoever needs it while it is being loaded waits for that.</summary>
    public static void Await()
    {
        if (Interlocked.Exchange(ref _awaited, 1) == 1)
        {
            return;
        }
        AppDomain.CurrentDomain.AssemblyLoad += OnLoad;
        if (AppDomain.CurrentDomain.GetAssemblies().Any(IsSerilog))
        {
            SetUp();
        }
    }

    private static void OnLoad(object? sender, AssemblyLoadEventArgs loaded)
    {
        if (IsSerilog(loaded.LoadedAssembly))
        {
            SetUp();
        }
    }

    private static bool IsSerilog(Assembly assembly) => assembly.FullName?.StartsWith($"{Assembly},", StringComparison.Ordinal) == true;

    // A method of its own: to compile it is to load Serilog. Nothing is filtered here: the run keeps a log of all levels.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetUp() => Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink<RunSink>().CreateLogger();
}
