using System.Collections.Immutable;

namespace Pipelines.Targets.DotNet.Testing.Sharding;

/// <summary>Tests of a project that a filter finds together: a class, or several whose names a filter cannot tell apart.</summary>
/// <param name="Project">Name of the project.</param>
/// <param name="Classes">Sorted.</param>
/// <param name="Terms">Parts of a test's full name, of which each test of the group has one and no other test has any.</param>
/// <param name="Tests">Their full names.</param>
internal sealed record TestGroup(string Project, ImmutableArray<string> Classes, ImmutableArray<string> Terms, ImmutableArray<string> Tests)
{
    /// <summary>The same on every machine, for sorting and hashing.</summary>
    public string Key => $"{Project}/{Classes[0]}";

    /// <summary>All groups of a project.</summary>
    public static ImmutableArray<TestGroup> Of(string project, IEnumerable<string> tests)
    {
        var groups = tests
            .GroupBy(TestName.Class, StringComparer.OrdinalIgnoreCase)
            .Select(group => new TestGroup(
                project,
                [.. group.Select(TestName.Class).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. group.Select(test => TestName.Term(TestName.Class(test), test)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
                [.. group.Order(StringComparer.Ordinal)]))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .ToList();

        // Joining two groups can only make more names match, so it goes on until nothing overlaps.
        for (var index = 0; index < groups.Count;)
        {
            var other = groups.FindIndex(candidate => candidate != groups[index] && (groups[index].Finds(candidate) || candidate.Finds(groups[index])));
            if (other < 0)
            {
                index++;
                continue;
            }

            var (first, second) = (Math.Min(index, other), Math.Max(index, other));
            groups[first] = groups[first].With(groups[second]);
            groups.RemoveAt(second);
            index = first;
        }

        return [.. groups];
    }

    // Filters of the test platform look for parts of names, and not all of them look at upper and lower case.
    private bool Finds(TestGroup other) => Terms.Any(term => other.Tests.Any(test => test.Contains(term, StringComparison.OrdinalIgnoreCase)));

    private TestGroup With(TestGroup other) => this with
    {
        Classes = [.. Classes.Concat(other.Classes).Order(StringComparer.Ordinal)],
        Terms = [.. Terms.Concat(other.Terms).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Tests = [.. Tests.Concat(other.Tests).Order(StringComparer.Ordinal)],
    };
}
