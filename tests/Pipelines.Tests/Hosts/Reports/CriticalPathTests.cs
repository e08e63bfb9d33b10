using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Hosts.Reports;
using Shouldly;

namespace Pipelines.Tests.Hosts.Reports;

[TestFixture]
public sealed class CriticalPathTests
{
    [Test]
    public void It_is_the_way_that_took_longest_whatever_came_first()
    {
        var path = CriticalPath.Of([Ran("Restore", 2), Ran("Lint", 9), Ran("Compile", 5, "Restore"), Ran("Test", 4, "Compile"), Ran("Check", 1, "Lint", "Test")]);

        path.ShouldBe(["Restore", "Compile", "Test", "Check"]);
    }

    [Test]
    public void What_did_not_run_is_passed()
    {
        var upToDate = new TargetRecord(new("Compile", Invoked: false) { Dependencies = ["Restore"] }) { Status = TargetStatus.Skipped };

        CriticalPath.Of([Ran("Restore", 2), upToDate, Ran("Test", 4, "Compile")]).ShouldBe(["Restore", "Test"]);
        CriticalPath.Of([upToDate with { Planned = new("Compile", Invoked: true) }]).ShouldBeEmpty();
    }

    [Test]
    public void No_way_through_any_graph_is_longer()
    {
        var graphs = from durations in Gen.NonEmptyListOf(Gen.Choose(0, 9))
                     from edges in Gen.ListOf(Gen.Choose(0, (durations.Count * durations.Count) - 1))
                     select durations.Select((duration, place) => Ran(
                         $"{place}",
                         duration,
                         [.. edges.Where(edge => edge / durations.Count == place && edge % durations.Count < place).Select(edge => $"{edge % durations.Count}").Distinct(StringComparer.Ordinal)])).ToArray();

        Prop.ForAll(graphs.ToArbitrary(), targets =>
        {
            var byName = targets.ToDictionary(target => target.Name, StringComparer.Ordinal);
            var path = CriticalPath.Of([.. targets]);
            var longest = targets.Max(target => Longest(target, byName));
            return path.Sum(name => byName[name].Duration.TotalSeconds) == longest
                && path.Zip(path.Skip(1)).All(pair => byName[pair.Second].Before.Contains(pair.First, StringComparer.Ordinal));
        }).QuickCheckThrowOnFailure();
    }

    private static double Longest(TargetRecord target, Dictionary<string, TargetRecord> byName) =>
        target.Duration.TotalSeconds + target.Before.Select(name => Longest(byName[name], byName)).DefaultIfEmpty().Max();

    private static TargetRecord Ran(string name, int seconds, params string[] dependencies) =>
        new(new(name, Invoked: false) { Dependencies = [.. dependencies] })
        {
            Status = TargetStatus.Succeeded,
            Start = TimeSpan.Zero,
            Duration = TimeSpan.FromSeconds(seconds),
        };
}
