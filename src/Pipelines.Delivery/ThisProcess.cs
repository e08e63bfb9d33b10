using System.Globalization;
using Pipelines.Delivery.Platforms;

namespace Pipelines.Delivery;

/// <summary>Who deploys: this process.</summary>
internal static class ThisProcess
{
    public static Holder Holder(string command) =>
        new(Environment.UserName, Environment.MachineName, Environment.ProcessId, StartedAt(), command, Run: "");

    // Field 22 of /proc/PID/stat (proc(5)); the name in field 2 may hold blanks and brackets, so count from behind it. 0 where there is no /proc.
    private static long StartedAt()
    {
        try
        {
            var text = File.ReadAllText("/proc/self/stat");
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return long.Parse(fields[19], CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
