using System.Collections.Immutable;
using System.Globalization;

namespace Pipelines.Ci;

/// <summary>Where a job finds its servers.</summary>
internal static class ServiceVariables
{
    /// <param name="job">Whose servers.</param>
    /// <param name="host">Host of a server, which the systems call differently.</param>
    public static ImmutableSortedDictionary<string, string> Of(PlannedJob job, Func<Service, string> host)
    {
        var variables = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var service in job.Settings.Services)
        {
            variables[HostOf(service)] = host(service);
            variables[$"{Prefix(service)}_PORT"] = service.Port.ToString(CultureInfo.InvariantCulture);
            variables.AddRange(service.Login);
        }
        return variables.ToImmutable();
    }

    /// <summary>Name of the variable that has the host.</summary>
    public static string HostOf(Service service) => $"{Prefix(service)}_HOST";

    private static string Prefix(Service service) => service.Name.Replace('-', '_').ToUpperInvariant();
}
