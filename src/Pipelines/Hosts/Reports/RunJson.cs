using System.Globalization;

namespace Pipelines.Hosts.Reports;

/// <summary>A run for programs, see <c>docs/run.md</c>.</summary>
internal static class RunJson
{
    /// <summary>Grows when a program that reads the one before would go wrong.</summary>
    public const int Schema = 1;

    public static string Write(RunRecord run)
    {
        var json = new JsonText().Open('{')
            .Add("schema", Schema)
            .Add("id", run.Id)
            .Add("status", run.Status)
            .Add("exitCode", run.ExitCode)
            .Add("commandLine", run.Facts.CommandLine)
            .Add("host", run.Facts.Host.ToString())
            .Add("parallel", run.Facts.Parallel)
            .AddAll("versions", run.Facts.Versions)
            .Add("start", run.Start.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture))
            .Add("durationMs", run.ExitCode is null ? null : run.Duration)
            .AddAll("criticalPath", run.CriticalPath)
            .Open('[', "targets");
        foreach (var target in run.Targets)
        {
            Write(json, target);
        }
        return json.Close(']').Close('}').ToString();
    }

    private static void Write(JsonText json, TargetRecord target)
    {
        json.Open('{')
            .Add("name", target.Name)
            .Add("description", target.Planned.Description)
            .Add("invoked", target.Planned.Invoked)
            .Add("status", target.Status?.ToString())
            .Add("reason", target.Reason)
            .Add("startMs", target.Start)
            .Add("durationMs", target.Duration)
            .Add("tries", target.Tries)
            .AddAll("dependencies", target.Planned.Dependencies)
            .AddAll("triggeredBy", target.Planned.TriggeredBy)
            .AddAll("after", target.Planned.After)
            .AddAll("figures", target.Figures)
            .AddAll("stack", target.Stack)
            .Close('}');
    }
}
