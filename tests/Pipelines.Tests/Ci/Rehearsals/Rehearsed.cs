using System.Collections.Immutable;
using Pipelines.Cli;
using Pipelines.Graph;
using Pipelines.Targets.DotNet.Rehearsing;

namespace Pipelines.Tests.Ci.Rehearsals;

/// <summary>Rehearsals of the shop's workflows as they are planned, without a run.</summary>
internal static class Rehearsed
{
    public static Rehearsal Of(Func<ShopBuild, IEnumerable<Workflow>> workflows, Func<RehearsalRequest, RehearsalRequest>? request = null)
    {
        var build = new ShopBuild();
        var asked = new RehearsalRequest([.. workflows(build)]) { Commit = "0123456789abcdef", Branch = "feature/Basket" };
        return PlannedRehearsal.Of(request?.Invoke(asked) ?? asked, new GraphReader(build, []).Read(), build);
    }

    /// <summary>A workflow of one job that begins with a push to <c>main</c>.</summary>
    public static RehearsedJob Only(Func<ShopBuild, Job> job, params (string Name, string Value)[] environment) =>
        Of(build => [new Workflow("Checks") { Triggers = [new Trigger.Push("main")], Jobs = [job(build)] }], asked => asked with { Environment = Variables(environment) }).Jobs[^1];

    public static ImmutableDictionary<string, string> Variables(params (string Name, string Value)[] variables) =>
        variables.ToImmutableDictionary(variable => variable.Name, variable => variable.Value, StringComparer.Ordinal);

    /// <summary>The plan as people read it, and the variables beside it.</summary>
    public static string Text(Rehearsal rehearsal) => string.Join('\n',
    [
        .. RehearsalText.Plan(rehearsal),
        .. rehearsal.Jobs.Where(job => !job.Variables.IsEmpty).Select(job => $"{job.Name} has {string.Join(' ', job.Variables.Select(variable => $"{variable.Key}={variable.Value}"))}"),
        .. rehearsal.Jobs.Where(job => !job.Needs.IsEmpty).Select(job => $"{job.Name} comes after {string.Join(", ", job.Needs)}{(job.Takes.IsEmpty ? "" : $" and takes over from {string.Join(", ", job.Takes)}")}"),
    ]);
}
