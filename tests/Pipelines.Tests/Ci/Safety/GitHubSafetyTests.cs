using NUnit.Framework;
using Pipelines.Ci.Safety;
using Pipelines.Ci.Yaml;
using Shouldly;

namespace Pipelines.Tests.Ci.Safety;

[TestFixture]
public sealed class GitHubSafetyTests
{
    private const string Checkout = "actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1";

    [Test]
    public void A_careful_workflow_has_no_findings() => Of(Workflow(Job(Step(("uses", Checkout), ("with", Careful)), Step(("run", "echo \"$A\""), ("env", YamlNode.Mapping(("A", "${{ secrets.A }}"))))))).ShouldBeEmpty();

    [TestCase("actions/checkout@v7", "unpinned-uses")]
    [TestCase("actions/checkout@3d3c42e", "unpinned-uses")]
    [TestCase("octo/action", "unpinned-uses")]
    [TestCase("docker://alpine:3", "unpinned-uses")]
    public void What_others_may_move_is_found(string uses, string id) => Of(Workflow(Job(Step(("uses", uses), ("with", Careful))))).ShouldBe([$"{id} jobs.a.steps[0].uses"]);

    [Test]
    public void An_expression_in_a_script_is_found() => Of(Workflow(Job(Step(("run", "echo ${{ inputs.a }}"))))).ShouldBe(["template-injection jobs.a.steps[0].run"]);

    [Test]
    public void Credentials_that_stay_in_the_working_copy_are_found() =>
        Of(Workflow(Job(Step(("uses", Checkout))))).ShouldBe(["artipacked jobs.a.steps[0].with.persist-credentials"]);

    [Test]
    public void A_job_without_a_limit_on_a_moving_runner_is_found() =>
        Of(Workflow(YamlNode.Mapping(("runs-on", "ubuntu-latest")))).ShouldBe(["missing-timeout jobs.a.timeout-minutes", "moving-runner jobs.a.runs-on"]);

    [Test]
    public void Rights_for_all_jobs_are_found()
    {
        var none = YamlNode.Mapping(("on", "push"), ("jobs", YamlNode.Mapping()));

        Of(none).ShouldBe(["excessive-permissions permissions"]);
        Of(none.With(("permissions", "write-all"))).ShouldBe(["excessive-permissions permissions"]);
        Of(none.With(("permissions", YamlNode.Mapping(("contents", "write"))))).ShouldBe(["excessive-permissions permissions.contents"]);
    }

    [Test]
    public void Triggers_that_run_strangers_work_with_our_rights_are_found()
    {
        var quiet = YamlNode.Mapping(("permissions", YamlNode.Mapping()), ("jobs", YamlNode.Mapping()));

        Of(quiet.With(("on", "pull_request_target"))).ShouldBe(["dangerous-triggers on"]);
        Of(quiet.With(("on", YamlNode.Inline("push", "issue_comment")))).ShouldBe(["dangerous-triggers on[1]"]);
        Of(quiet.With(("on", YamlNode.Mapping(("workflow_run", YamlNode.Mapping()))))).ShouldBe(["dangerous-triggers on.workflow_run"]);
    }

    [Test]
    public void Secrets_that_reach_further_than_needed_are_found()
    {
        var job = Job(Step(("run", "echo"), ("env", YamlNode.Mapping(("ALL", "${{ toJSON(secrets) }}")))))
            .With(("env", YamlNode.Mapping(("TOKEN", "${{ secrets.TOKEN }}"))), ("permissions", YamlNode.Mapping(("id-token", "write"))));

        Of(Workflow(job)).ShouldBe(
        [
            "overprovisioned-secrets jobs.a.steps[0].env.ALL",
            "identity-without-environment jobs.a.permissions.id-token",
            "secrets-outside-step jobs.a.env.TOKEN",
        ]);
        Of(Workflow(YamlNode.Mapping(("uses", "./.github/workflows/b.yml"), ("secrets", "inherit")))).ShouldBe(["secrets-inherit jobs.a.secrets"]);
    }

    [Test]
    public void A_cache_in_a_job_that_deploys_is_found() =>
        Of(Workflow(Job(Step(("uses", "actions/cache/restore@27d5ce7f107fe9357f9df03efb73ab90386fccae"))).With(("environment", "production"))))
            .ShouldBe(["cache-poisoning jobs.a.steps[0].uses"]);

    private static YamlNode Careful => YamlNode.Mapping(("persist-credentials", false));

    private static YamlNode.Map Step(params ReadOnlySpan<(string Key, YamlNode? Value)> entries) => YamlNode.Mapping(entries);

    private static YamlNode.Map Job(params YamlNode[] steps) => YamlNode.Mapping(("runs-on", "ubuntu-24.04"), ("timeout-minutes", 5), ("steps", YamlNode.List(steps)));

    private static YamlNode.Map Workflow(YamlNode job) => YamlNode.Mapping(("on", "push"), ("permissions", YamlNode.Mapping()), ("jobs", YamlNode.Mapping(("a", job))));

    private static IEnumerable<string> Of(YamlNode.Map workflow) => GitHubSafety.Check(workflow).Select(finding => $"{finding.Id} {finding.Path}");
}
