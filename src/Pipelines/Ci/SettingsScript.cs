using System.Collections.Immutable;
using System.Text;

namespace Pipelines.Ci;

/// <summary>A shell script of settings that no CI file can hold: its header, then a command with its reason for each.</summary>
internal static class SettingsScript
{
    /// <summary>The script; null where nothing is to be set.</summary>
    /// <param name="header">First lines, as those of every generated file.</param>
    /// <param name="start">What the commands share.</param>
    /// <param name="steps">Reason and command of each.</param>
    public static string? Of(string header, string start, IEnumerable<SettingsStep> steps)
    {
        var text = new StringBuilder("#!/bin/sh\n").Append(Comment(header)).Append("set -eu\n").Append(start);
        var any = false;
        foreach (var (because, command) in steps)
        {
            text.Append('\n').Append(Comment(because)).Append(command).Append('\n');
            any = true;
        }
        return any ? text.ToString() : null;
    }

    /// <summary>Environments that are deployed to, by their names, where those are known now; whether people approve.</summary>
    public static ImmutableArray<PlaceSettings> Environments(CiPlan plan) =>
    [
        .. plan.Workflows.SelectMany(workflow => workflow.Jobs.Where(job => job.Deploys && ExprText.Known(job.Settings.Deployment!.Environment) is not null)
                .Select(job => new PlaceSettings(ExprText.Known(job.Settings.Deployment!.Environment)!, job.Settings.Deployment.NeedsApproval, workflow.Settings.Trunk)))
            .GroupBy(place => place.Name, StringComparer.Ordinal).Select(group => group.FirstOrDefault(place => place.NeedsApproval) ?? group.First()),
    ];

    private static string Comment(string text) => string.Concat(text.Split('\n').Select(line => $"# {line}\n"));
}
