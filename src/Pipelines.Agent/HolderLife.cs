using Pipelines.Agent.State;
using Pipelines.Agent.Supervision;

namespace Pipelines.Agent;

/// <summary>What the agent knows of processes on its own machine.</summary>
internal static class HolderLife
{
    /// <returns>Null for a holder on another machine.</returns>
    public static bool? IsAlive(Holder holder) =>
        string.Equals(holder.Host, Environment.MachineName, StringComparison.OrdinalIgnoreCase)
            ? new ProcessIdentity(holder.Pid, holder.ProcessStart).IsAlive()
            : null;

    /// <summary>The number of the user this process runs as.</summary>
    public static string UserId() =>
        File.ReadLines("/proc/self/status").First(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t')[1];
}
