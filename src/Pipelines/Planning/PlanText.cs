using System.Globalization;
using System.Text;

namespace Pipelines.Planning;

/// <summary>The plan for people.</summary>
internal static class PlanText
{
    public static string Write(ExecutionPlan plan, PlanDetails details)
    {
        var running = plan.Targets.Count(target => target.SkipReason is null);
        var skipped = plan.Targets.Length - running;
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"Plan: {running} {(running == 1 ? "target" : "targets")}");
        text.Append(skipped > 0 ? string.Create(CultureInfo.InvariantCulture, $", {skipped} skipped") : "").Append('\n');
        var width = plan.Targets.Select(target => target.Name.Length).DefaultIfEmpty().Max();
        var number = 0;
        foreach (var target in plan.Targets)
        {
            var place = target.SkipReason is null ? string.Create(CultureInfo.InvariantCulture, $"{++number,3}.") : "   -";
            text.Append($"{place} {target.Name.PadRight(width)}  {Explain(target)}".TrimEnd()).Append('\n');
            foreach (var line in details.Of(target.Name))
            {
                text.Append(' ', 7).Append(line).Append('\n');
            }
        }
        return text.ToString();
    }

    private static string Explain(PlannedTarget target)
    {
        string?[] parts =
        [
            target.SkipReason is { } reason ? $"skipped: {reason}" : null,
            target.Description,
            After(target),
        ];
        return string.Join("  ", parts.Where(part => part is not null));
    }

    private static string? After(PlannedTarget target)
    {
        string[] before = [.. target.Dependencies.Union(target.TriggeredBy, StringComparer.Ordinal).Union(target.After, StringComparer.Ordinal)];
        return before.Length == 0 || target.SkipReason is not null ? null : $"(after {string.Join(", ", before)})";
    }
}
