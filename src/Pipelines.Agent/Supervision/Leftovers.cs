using System.Globalization;
using System.Text;

namespace Pipelines.Agent.Supervision;

/// <summary>Finds processes that carry the mark of this root's instances but belong to none that is known.</summary>
internal static class Leftovers
{
    /// <summary>Ends marked processes outside the given sessions: an instance whose record was never written, a child that left its group.</summary>
    /// <returns>How many were ended.</returns>
    public static int End(string mark, IReadOnlySet<int> knownSessions)
    {
        var needle = Encoding.UTF8.GetBytes($"{Launch.MarkVariable}={mark}");
        var ended = 0;
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var pid) && pid != Environment.ProcessId && Carries(folder, needle) &&
                ProcessIdentity.SessionOf(pid) is { } session && !knownSessions.Contains(session) && Libc.Signal(pid, Libc.Kill))
            {
                ended++;
            }
        }

        return ended;
    }

    private static bool Carries(string folder, byte[] needle)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, "environ")).AsSpan().IndexOf(needle) >= 0;
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }
}
