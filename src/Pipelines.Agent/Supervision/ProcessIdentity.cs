using System.Globalization;

namespace Pipelines.Agent.Supervision;

/// <summary>A process told from any later one with the same pid.</summary>
/// <param name="StartTicks">Field 22 of <c>/proc/PID/stat</c>; 0 when unknown, then the pid alone counts.</param>
internal sealed record ProcessIdentity(int Pid, long StartTicks)
{
    /// <summary>Still there and not merely waiting for its parent to notice its end.</summary>
    public bool IsAlive() =>
        Read(Pid) is { } found && (StartTicks == 0 || found.StartTicks == StartTicks) && found.State is not ('Z' or 'X');

    public static ProcessIdentity? Of(int pid) => Read(pid) is { } found ? new ProcessIdentity(pid, found.StartTicks) : null;

    /// <summary>The session the process belongs to, by its leader's pid.</summary>
    public static int? SessionOf(int pid) => Read(pid)?.Session;

    private static (char State, int Session, long StartTicks)? Read(int pid)
    {
        string stat;
        try
        {
            stat = File.ReadAllText($"/proc/{pid}/stat");
        }
        catch (IOException)
        {
            return null;
        }
        catch (UnauthorizedAccessException)
        {
            return null;
        }

        // The program's name may hold spaces and brackets; the fields start behind the last bracket, at number 3.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return (fields[0][0], int.Parse(fields[3], CultureInfo.InvariantCulture), long.Parse(fields[19], CultureInfo.InvariantCulture));
    }
}
