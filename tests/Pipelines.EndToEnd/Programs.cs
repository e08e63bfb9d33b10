using Pipelines.EndToEnd.Caching;
using Pipelines.EndToEnd.Ci.Parity;
using Pipelines.EndToEnd.Start;

namespace Pipelines.EndToEnd;

/// <summary>This assembly is also the program of its build classes, so that tests can start and kill them.</summary>
internal static class Programs
{
    /// <summary>Variable that names the build class; <see cref="CacheWriter"/> where it is not set.</summary>
    public const string Chosen = "BUILD_CLASS";

    /// <summary>The file that <c>dotnet</c> starts.</summary>
    public static string File => typeof(Programs).Assembly.Location;

    public static int Main() => Environment.GetEnvironmentVariable(Chosen) switch
    {
        nameof(Talkers) => Talkers.Run(),
        nameof(SampleBuild) => SampleBuild.Run(),
        _ => CacheWriter.Run(),
    };
}
