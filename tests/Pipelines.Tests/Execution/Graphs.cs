using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Pipelines.Graph;

namespace Pipelines.Tests.Execution;

/// <summary>Graphs as tests need them; targets are T0, T1 and so on, each after those it depends on.</summary>
internal static class Graphs
{
    private static readonly ImmutableArray<Resource> Known = [new("database"), new("licences", Capacity: 2), new("device")];

    /// <summary>Each depends on the one before.</summary>
    public static TargetGraph Chain(int size) => Of(size, number => number == 0 ? [] : [number - 1]);

    /// <summary>All between a first and a last.</summary>
    public static TargetGraph Wide(int size) => Of(size, number => number == 0 ? [] : number < size - 1 ? [0] : Enumerable.Range(1, size - 2));

    /// <summary>Layers of a hundred, each target after three of the layer before.</summary>
    public static TargetGraph Layered(int size) => Of(size, number => number < 100 ? [] : Enumerable.Range(0, 3).Select(more => (number / 100 * 100) - 100 + ((number + (more * 7)) % 100)));

    /// <summary>Any acyclic graph of up to 40 targets, with resources and exclusive targets.</summary>
    public static Gen<TargetGraph> Any() =>
        from size in Gen.Choose(1, 40)
        from edges in Gen.ListOf(Gen.Choose(0, size * size))
        from resources in Gen.ArrayOf(Gen.SubListOf(Known.AsEnumerable()), size)
        from alone in Gen.ArrayOf(Gen.Choose(0, 7), size)
        select new TargetGraph(
            [
                .. Of(size, number => edges.Where(edge => edge / size == number && edge % size < number).Select(edge => edge % size)).Targets
                    .Select((target, number) => target with { Resources = alone[number] < 4 ? [] : [.. resources[number]], IsExclusive = alone[number] == 7 }),
            ],
            _ => null);

    /// <summary>A repository of many projects: each after up to three of those before it, half of them tests that nobody waits for. Forty to sixty for each place.</summary>
    public static Gen<TargetGraph> Projects(int parallel) =>
        from size in Gen.Choose(40 * parallel, 60 * parallel)
        from needs in Gen.ArrayOf(Gen.Choose(0, 1_000_000), size * 3)
        from count in Gen.ArrayOf(Gen.Choose(0, 3), size)
        from tests in Gen.ArrayOf(Gen.Choose(0, 1), size)
        select Of(size, number => number == 0 ? [] : needs.Skip(number * 3).Take(count[number]).Select(need => need % number).Where(before => tests[before] == 0));

    /// <summary>A delivery: restore, compiles with their tests, one gate, deployments in turn. Thirty compiles and tests at least for each place.</summary>
    public static Gen<TargetGraph> Delivery(int parallel) =>
        from compiles in Gen.Choose(10 * parallel, 30 * parallel)
        from tests in Gen.Choose(20 * parallel, 60 * parallel)
        from deployments in Gen.Choose(1, 3)
        select Of(2 + compiles + tests + deployments, number => number switch
        {
            0 => [],
            _ when number <= compiles => [0],
            _ when number <= compiles + tests => [1 + (number % compiles)],
            _ when number == compiles + tests + 1 => Enumerable.Range(1, compiles + tests),
            _ => [number - 1],
        });

    private static TargetGraph Of(int size, Func<int, IEnumerable<int>> needs) => new(
        [.. Enumerable.Range(0, size).Select(number => new TargetNode($"T{number}") { Dependencies = [.. needs(number).Distinct().Select(need => $"T{need}")] })],
        _ => null);
}
