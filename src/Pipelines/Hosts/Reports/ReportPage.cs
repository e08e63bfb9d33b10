using System.Globalization;
using System.Text;

namespace Pipelines.Hosts.Reports;

/// <summary>A run for people: one page that needs no network, no script and nothing beside it.</summary>
internal static class ReportPage
{
    public static string Write(RunRecord run)
    {
        var page = new StringBuilder();
        var tone = run.Status is "succeeded" or "cancelled" ? run.Status : "failed";
        page.Append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
            .Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n")
            .Append("<title>").Append(Html.Text(Title(run))).Append("</title>\n<style>\n").Append(ReportStyle.Css).Append("\n</style>\n</head>\n<body>\n<main>\n");
        page.Append("<header class=\"").Append(tone).Append("\">\n<h1>").Append(Html.Text(Title(run))).Append("</h1>\n")
            .Append("<p><code>").Append(Html.Text(run.Facts.CommandLine)).Append("</code></p>\n")
            .Append("<p>").Append(Html.Text(Circumstances(run))).Append("</p>\n</header>\n");
        ReportTiles.Append(page, run);
        Failures(page, run);
        Timeline.Append(page, run);
        GraphPicture.Append(page, run);
        TargetTable.Append(page, run);
        page.Append("<footer>").Append(string.Join(" · ", run.Facts.Versions.Select(version => Html.Text($"{version.Name} {version.Value}"))))
            .Append(" · the same as data: run.json, every line that was told: log.txt</footer>\n</main>\n</body>\n</html>\n");
        return page.ToString();
    }

    private static string Title(RunRecord run)
    {
        var asked = string.Join(", ", run.Targets.Where(target => target.Planned.Invoked).Select(target => target.Name));
        var ended = run.Status switch
        {
            "succeeded" => "succeeded in",
            "cancelled" => "was cancelled after",
            _ => "failed after",
        };
        return $"{asked} {ended} {Durations.Show(run.Duration)}";
    }

    private static string Circumstances(RunRecord run) => string.Create(
        CultureInfo.InvariantCulture,
        $"{run.Start:d MMMM yyyy, HH:mm:ss} UTC · {run.Facts.Host} · exit code {run.ExitCode}");

    private static void Failures(StringBuilder page, RunRecord run)
    {
        var failed = run.Targets.Where(target => target.Status == TargetStatus.Failed).ToArray();
        if (failed.Length == 0)
        {
            return;
        }
        page.Append("<section aria-labelledby=\"failures\">\n<h2 id=\"failures\">").Append(failed.Length == 1 ? "Failure" : "Failures").Append("</h2>\n");
        foreach (var target in failed)
        {
            page.Append("<h3>✗ ").Append(Html.Text(target.Name)).Append("</h3>\n<pre>").Append(Html.Text(target.Reason ?? ""));
            // The first line of a stack trace says what the reason has said.
            foreach (var frame in target.Stack.Where(line => line.StartsWith("at ", StringComparison.Ordinal) || line.StartsWith("--", StringComparison.Ordinal)))
            {
                page.Append("\n  ").Append(Html.Text(frame));
            }
            page.Append("</pre>\n");
        }
        page.Append("</section>\n");
    }
}
