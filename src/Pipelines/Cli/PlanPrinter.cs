using System.Collections.Immutable;
using Pipelines.Graph;
using Pipelines.Parameters;
using Pipelines.Planning;

namespace Pipelines.Cli;

/// <summary>Prints a plan with what its targets themselves say they would do.</summary>
internal sealed class PlanPrinter(TargetGraph graph, ExecutionPlan plan)
{
    public async Task<string> WriteAsync(PlanFormat format, CancellationToken cancellationToken)
    {
        var details = await DetailsAsync(cancellationToken);
        return format == PlanFormat.Json ? PlanJson.Write(plan, details) : PlanText.Write(plan, details);
    }

    private async Task<PlanDetails> DetailsAsync(CancellationToken cancellationToken)
    {
        var lines = ImmutableDictionary.CreateBuilder<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var target in plan.Targets.Where(target => target.SkipReason is null).Select(target => graph[target.Name]))
        {
            if (target.Details is { } details)
            {
                lines[target.Name] = await details(cancellationToken);
            }
        }
        return new(lines.ToImmutable());
    }
}
