using System.Collections.Frozen;
using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Targets.DotNet.Testing.Sharding;
using Shouldly;

namespace Pipelines.Tests.Targets.DotNet.Sharding;

public sealed class ShardPlanTests
{
    private static readonly string[] Words = ["A", "B", "a", "Cart", "CartTests", "Shop", "Shop.Cart", "Cart+Inner", "Cart(1)", "Cart(\"x.y)\")", "Gen<Int32>", "With.Dots", "odd (name", "ü"];

    // Few words, so that names are parts of each other, as classes and their namespaces are.
    private static Gen<(string[] Tests, int Total, int[] Known)> Suites =>
        from names in Gen.NonEmptyListOf(from parts in Gen.ListOf(Gen.Elements(Words), 3) from method in Gen.Elements("Adds", "Adds(2)", "Reads(\"a.b\")", "A") select $"{string.Join('.', parts)}.{method}")
        from total in Gen.Choose(1, 7)
        from known in Gen.ArrayOf(Gen.Choose(0, 90))
        select (names.Distinct(StringComparer.Ordinal).ToArray(), total, known);

    [Test]
    public void Together_the_shards_are_all_tests_and_no_test_is_in_two()
    {
        Prop.ForAll(Suites.ToArbitrary(), suite =>
        {
            var shards = Deal(suite.Tests, suite.Total, Durations(suite.Tests, suite.Known));

            shards.SelectMany(shard => shard).SelectMany(group => group.Tests).ShouldBe(suite.Tests, ignoreOrder: true);
        }).QuickCheckThrowOnFailure();
    }

    [TestCase(StringComparison.Ordinal)]
    [TestCase(StringComparison.OrdinalIgnoreCase)]
    public void The_filters_of_the_shards_find_each_test_once_however_the_adapter_compares(StringComparison comparison)
    {
        Prop.ForAll(Suites.ToArbitrary(), suite =>
        {
            var terms = Deal(suite.Tests, suite.Total, Durations(suite.Tests, suite.Known)).Select(shard => shard.SelectMany(group => group.Terms).ToList()).ToList();

            foreach (var test in suite.Tests)
            {
                terms.Count(shard => shard.Exists(term => test.Contains(term, comparison))).ShouldBe(1, test);
            }
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void The_order_in_which_tests_are_found_changes_nothing()
    {
        Prop.ForAll(Suites.ToArbitrary(), suite =>
        {
            var durations = Durations(suite.Tests, suite.Known);

            Text(Deal([.. suite.Tests.Reverse()], suite.Total, durations)).ShouldBe(Text(Deal(suite.Tests, suite.Total, durations)));
        }).QuickCheckThrowOnFailure();
    }

    [Test]
    public void Known_durations_make_shards_equally_long()
    {
        string[] tests = [.. Enumerable.Range(1, 40).Select(number => $"Shop.C{number:00}x.Test")];
        var durations = new TestDurations(tests.Select((test, index) => KeyValuePair.Create($"Shop.Tests/{TestName.Class(test)}", TimeSpan.FromSeconds(index + 1))).ToFrozenDictionary(StringComparer.Ordinal));

        var loads = Deal(tests, 4, durations).Select(shard => shard.Sum(group => durations.Of(group)!.Value.TotalSeconds)).ToList();

        loads.Sum().ShouldBe(820);
        (loads.Max() - loads.Min()).ShouldBeLessThan(5);
    }

    [Test]
    public void Without_durations_shards_have_equally_many_tests()
    {
        string[] tests = [.. Enumerable.Range(1, 40).SelectMany(number => Enumerable.Range(0, number % 7 + 1).Select(test => $"Shop.C{number:00}x.Test{test}"))];

        var counts = Deal(tests, 4, TestDurations.None).Select(shard => shard.Sum(group => group.Tests.Length)).ToList();

        (counts.Max() - counts.Min()).ShouldBeLessThanOrEqualTo(1);
    }

    [Test]
    public void Durations_are_read_as_they_were_written()
    {
        var durations = TestDurations.Parse("# comment\n1.5\tShop.Tests/Shop.A\n12\tShop.Tests/Shop.B\n");

        durations.Usual.ShouldBe(TimeSpan.FromSeconds(6.75));
        TestDurations.Parse(durations.ToString()).ToString().ShouldBe(durations.ToString());
        Should.Throw<FormatException>(() => TestDurations.Parse("fast\tShop.A")).Message.ShouldContain("fast");
    }

    private static IReadOnlyList<IReadOnlyList<TestGroup>> Deal(IEnumerable<string> tests, int total, TestDurations durations) =>
        [.. ShardPlan.Deal(TestGroup.Of("Shop.Tests", tests), total, durations).Select(shard => (IReadOnlyList<TestGroup>)[.. shard])];

    private static TestDurations Durations(string[] tests, int[] known) => new(
        tests.Zip(known, (test, seconds) => KeyValuePair.Create($"Shop.Tests/{TestName.Class(test)}", TimeSpan.FromSeconds(seconds))).DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToFrozenDictionary(StringComparer.Ordinal));

    private static string Text(IEnumerable<IEnumerable<TestGroup>> shards) => string.Join('\n', shards.Select(shard => string.Join(' ', shard.SelectMany(group => group.Tests))));
}
