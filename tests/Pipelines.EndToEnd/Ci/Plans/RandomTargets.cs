using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pipelines.Graph;

namespace Pipelines.EndToEnd.Ci.Plans;

/// <summary>Targets of a build that nobody wrote.</summary>
/// <param name="Graph">All of them.</param>
/// <param name="Cores">Others depend on them.</param>
/// <param name="Ends">Nothing depends on them, so their jobs may run more than once, or not always.</param>
/// <param name="Alone">Needs nothing.</param>
internal sealed record RandomTargets(TargetGraph Graph, ImmutableArray<Target> Cores, ImmutableArray<Target> Ends, Target Alone)
{
    private const int MostCores = 3;
    private const int EndCount = 2;
    private static readonly ImmutableArray<TargetWork> Work = [new((_, _) => Task.FromResult<object?>(null), () => { }, SeesRun: false)];

    public static Gen<RandomTargets> Any { get; } =
        from coreCount in Gen.Choose(1, MostCores)
        from cores in Gen.CollectToArray(Enumerable.Range(0, coreCount), Core)
        from ends in Gen.CollectToArray(Enumerable.Range(0, EndCount), number => End(number, coreCount))
        from description in Words.Line
        select Of(Consuming(cores), ends, new TargetNode("Alone") { Work = Work, Description = description });

    private static Gen<TargetNode> Core(int number) =>
        from needs in Needs(number)
        from kind in Gen.Choose(0, 7)
        from hasJob in Gen.Elements(true, false)
        from description in Words.Text
        select Kind(kind, new($"Core{number}") { Dependencies = needs, Work = Work, Description = description.Length == 0 ? null : description, Job = hasJob ? new($"core-{number}") : null });

    private static Gen<TargetNode> End(int number, int coreCount) =>
        from needs in Needs(coreCount)
        from isNamed in Gen.Elements(true, false)
        select new TargetNode($"End{number}") { Dependencies = needs.IsEmpty ? ["Core0"] : needs, Work = Work, Job = isNamed ? new($"end-{number}") : null };

    private static Gen<ImmutableArray<string>> Needs(int before) => Gen.SubListOf(Enumerable.Range(0, before)).Select(numbers => numbers.Take(3).Select(number => $"Core{number}").ToImmutableArray());

    private static TargetNode Kind(int kind, TargetNode target) => kind switch
    {
        0 => target with { Produces = ["output/a/**"], Outputs = ["output/a/**"] },
        1 => target with { ResultType = typeof(string) },
        2 => target with { Outputs = ["obj/**"] },
        3 => target with { Work = [], Job = null },
        4 => target with { Listed = false },
        5 when target.Job is { } job => target with { Splits = true, Job = job with { Shards = 3 } },
        6 when target.Job is not null => target with { Partitions = 4 },
        _ => target,
    };

    // Files are taken from whom the target depends on anyway.
    private static IEnumerable<TargetNode> Consuming(TargetNode[] cores) =>
        cores.Select(target => target with { Consumes = [.. target.Dependencies.Where(name => Array.Exists(cores, other => other.Name == name && !other.Produces.IsEmpty))] });

    private static RandomTargets Of(IEnumerable<TargetNode> cores, IEnumerable<TargetNode> ends, TargetNode alone)
    {
        ImmutableArray<TargetNode> all = [.. cores, .. ends, alone];
        var named = all.ToDictionary(target => Named(target.Name), target => target.Name);
        ImmutableArray<Target> StartingWith(string start) => [.. named.Where(pair => pair.Value.StartsWith(start, StringComparison.Ordinal)).Select(pair => pair.Key)];
        return new(new(all, target => target is Target known ? named.GetValueOrDefault(known) : null), StartingWith("Core"), StartingWith("End"), StartingWith("Alone")[0]);
    }

    // A lambda that takes nothing along would be one for all.
    private static Target Named(string name) => target => target.Description(name);
}
