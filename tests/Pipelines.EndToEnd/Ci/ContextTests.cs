using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NUnit.Framework;
using Pipelines.Ci.Checks;
using Pipelines.Ci.GitHub;
using Shouldly;

namespace Pipelines.EndToEnd.Ci;

/// <summary>Our tables of what GitHub knows are those of GitHub's own schema, so that an upgrade of the package shows what changed.</summary>
[TestFixture]
[Platform("Linux", Reason = "skipped: needs Linux, where the checkers run")]
public sealed partial class ContextTests
{
    // A secret of the workflow would be one of every step of every job.
    private static readonly ImmutableArray<string> Withheld = ["secrets"];

    private static readonly ImmutableArray<(string Path, ExprPlace Place, ImmutableArray<string> Withheld)> Places =
    [
        ("env.*", ExprPlace.WorkflowVariable, Withheld),
        ("concurrency.group", ExprPlace.WorkflowConcurrency, []),
        ("jobs.*.environment.name", ExprPlace.Environment, []),
        ("jobs.*.environment.url", ExprPlace.Environment, []),
        ("jobs.*.concurrency.group", ExprPlace.JobConcurrency, []),
        ("jobs.*.steps.*.env.*", ExprPlace.JobVariable, []),
    ];

    [Test]
    public async Task Each_position_knows_what_the_schema_of_GitHub_lists()
    {
        var schema = await GitHubSchema.ReadAsync();

        var words = Places.SelectMany(row => row.Place.Contexts).Distinct(StringComparer.Ordinal).ToList();
        var known = Places.Select(row => $"{row.Path}: {string.Join(' ', schema.Contexts(row.Path).Intersect(words, StringComparer.Ordinal).Except(row.Withheld, StringComparer.Ordinal).Order(StringComparer.Ordinal))}");

        Places.Select(row => $"{row.Path}: {string.Join(' ', row.Place.Contexts.Order(StringComparer.Ordinal))}").ShouldBe(known);
    }

    [Test]
    public async Task What_is_withheld_is_what_the_schema_would_allow()
    {
        var schema = await GitHubSchema.ReadAsync();

        Places.ShouldAllBe(row => row.Withheld.All(context => schema.Contexts(row.Path).Contains(context)));
    }

    // Not from authors: what the writers themselves put there.
    [TestCase("run-name", "github")]
    [TestCase("jobs.*.name", "matrix")]
    [TestCase("jobs.*.runs-on", "matrix")]
    [TestCase("jobs.*.steps.*.with.*", "github", "matrix", "runner", "hashFiles(1,255)")]
    [TestCase("jobs.*.steps.*.if", "cancelled(0,0)", "failure(0,0)")]
    [TestCase("jobs.*.steps.*.env.*", "matrix", "needs")]
    [TestCase("jobs.*.if", "always(0,0)", "cancelled(0,0)", "failure(0,MAX)")]
    [TestCase("concurrency.cancel-in-progress", "github")]
    public async Task A_position_knows_what_the_writers_put_there(string path, params string[] written)
    {
        var schema = await GitHubSchema.ReadAsync();

        written.Except(schema.Contexts(path), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Test]
    public async Task A_condition_reads_only_what_its_position_knows()
    {
        var schema = await GitHubSchema.ReadAsync();

        var all = Condition.PullRequest & Condition.OwnPullRequest & Condition.Tag & Condition.Branch("main") & Condition.Input("stage", "a") & Condition.Variable("REGION", "a");
        var roots = Roots().Matches(GitHubExpression.If(all)).Select(match => match.Groups["root"].Value).Distinct(StringComparer.Ordinal).ToList();

        roots.ShouldBe(["github", "inputs", "vars"], ignoreOrder: true);
        roots.Except(schema.Contexts("jobs.*.if"), StringComparer.Ordinal).ShouldBeEmpty();
    }

    [Test]
    public async Task The_rights_of_a_token_are_those_of_the_schema()
    {
        var schema = await GitHubSchema.ReadAsync();

        var rights = schema.Keys("permissions-mapping");

        GitHubRights.Readable.Order(StringComparer.Ordinal).ShouldBe(rights.Where(right => right.Value is "permission-level-any" or "permission-level-read-or-no-access").Select(right => right.Key));
        GitHubRights.Writable.Order(StringComparer.Ordinal).ShouldBe(rights.Where(right => right.Value is "permission-level-any" or "permission-level-write-or-no-access").Select(right => right.Key));
    }

    [GeneratedRegex(@"(?<![\w.'])(?<root>[a-z]+)\.", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Roots();
}
