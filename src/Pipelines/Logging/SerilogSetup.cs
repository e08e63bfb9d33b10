using System.Reflection;
using System.Runtime.CompilerServices;
using Pipelines.Parameters;
using Serilog;

namespace Pipelines.Logging;

/// <summary>Leads <see cref="Log"/> to the run. A run in which nothing works, or whose build never logs, does not load Serilog.</summary>
internal static class SerilogSetup
{
    private const string Library = nameof(Serilog);
    private static readonly Lock Gate = new();
    private static bool _awaits;
    private static bool _isDone;

    /// <summary>
    /// Called before the first target of a run works. A build that refers to Serilog gets its logger before the first of them: set up at the first line, it would
    /// miss the lines that other targets write meanwhile. For one that comes to it through a library of its own, the first line has to do.
    /// </summary>
    public static void Ensure(Type build)
    {
        if (Volatile.Read(ref _isDone))
        {
            return;
        }
        lock (Gate)
        {
            if (!_awaits)
            {
                _awaits = true;
                AppDomain.CurrentDomain.AssemblyLoad += OnLoad;
            }
            if (!_isDone && (Array.Exists(AppDomain.CurrentDomain.GetAssemblies(), IsSerilog) || Assemblies(build).Any(Refers)))
            {
                SetUp();
            }
        }
    }

    private static HashSet<Assembly> Assemblies(Type build)
    {
        var assemblies = new HashSet<Assembly>();
        for (var type = build; type is not null && type != typeof(PipelineBuild); type = type.BaseType)
        {
            assemblies.Add(type.Assembly);
        }
        assemblies.UnionWith(build.GetInterfaces().Select(component => component.Assembly));
        assemblies.Remove(typeof(PipelineBuild).Assembly);
        return assemblies;
    }

    private static bool Refers(Assembly assembly)
    {
        if (AssemblyMetadata.Of(assembly) is { } reader)
        {
            foreach (var handle in reader.AssemblyReferences)
            {
                if (reader.StringComparer.Equals(reader.GetAssemblyReference(handle).Name, Library))
                {
                    return true;
                }
            }
        }
        return false;
    }

    private static void OnLoad(object? sender, AssemblyLoadEventArgs loaded)
    {
        if (IsSerilog(loaded.LoadedAssembly))
        {
            SetUp();
        }
    }

    private static bool IsSerilog(Assembly assembly) => assembly.FullName?.StartsWith($"{Library},", StringComparison.Ordinal) == true;

    // A method of its own: to compile it is to load Serilog. Nothing is filtered here: the run keeps a log of all levels.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void SetUp()
    {
        if (!_isDone)
        {
            Log.Logger = new LoggerConfiguration().MinimumLevel.Verbose().WriteTo.Sink<RunSink>().CreateLogger();
            Volatile.Write(ref _isDone, true);
        }
    }
}
