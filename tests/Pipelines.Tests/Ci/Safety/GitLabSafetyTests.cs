using NUnit.Framework;
using Pipelines.Ci.Safety;
using Pipelines.Ci.Yaml;
using Shouldly;

namespace Pipelines.Tests.Ci.Safety;

[TestFixture]
public sealed class GitLabSafetyTests
{
    [TestCase("echo \"$CI_COMMIT_TITLE\"")]
    [TestCase("echo \"branch ${CI_COMMIT_REF_NAME}, \\\"so\\\" $CI_PIPELINE_ID\"")]
    [TestCase("echo $CI_COMMIT_TITLE_LENGTH \\$CI_COMMIT_TITLE")]
    [TestCase("echo 'it costs $CI_COMMIT_TITLE'")]
    public void Careful_scripts_have_no_findings(string line) => Of(Job(line)).ShouldBeEmpty();

    [TestCase("echo $CI_COMMIT_TITLE")]
    [TestCase("git checkout ${CI_COMMIT_REF_NAME}")]
    [TestCase("echo \"a\" $CI_MERGE_REQUEST_TITLE \"b\"")]
    [TestCase("echo \"it's\" $CI_COMMIT_TITLE")]
    [TestCase("eval \"echo $CI_COMMIT_MESSAGE\"")]
    public void Words_of_strangers_that_the_shell_would_read_are_found(string line) => Of(Job(line)).ShouldBe(["untrusted-words a.script[0]"]);

    [Test]
    public void What_others_may_move_is_found()
    {
        var include = YamlNode.List(
            YamlNode.Mapping(("remote", "https://example.com/a.yml")),
            YamlNode.Mapping(("project", "octo/templates"), ("file", "a.yml")),
            YamlNode.Mapping(("component", "gitlab.com/octo/deploy@~latest")),
            YamlNode.Mapping(("local", "ci/a.yml")));

        Of(YamlNode.Mapping(("include", include))).ShouldBe(["unpinned-include include[0].remote", "unpinned-include include[1].project", "unpinned-include include[2].component"]);
    }

    [Test]
    public void Images_that_a_variable_chooses_are_found()
    {
        var job = YamlNode.Mapping(("image", "$IMAGE"), ("services", YamlNode.List(YamlNode.Mapping(("name", "postgres:$VERSION")))), ("timeout", "5 minutes"));

        Of(YamlNode.Mapping(("a", job))).ShouldBe(["image-by-variable a.image", "image-by-variable a.services[0].name"]);
    }

    [Test]
    public void A_deploy_without_a_queue_or_a_limit_is_found_and_a_trace_that_prints_secrets()
    {
        var job = YamlNode.Mapping(("environment", "production"), ("script", YamlNode.List("deploy")));

        Of(YamlNode.Mapping(("variables", YamlNode.Mapping(("CI_DEBUG_TRACE", "true"))), ("a", job)))
            .ShouldBe(["debug-enabled variables.CI_DEBUG_TRACE", "missing-timeout a.timeout", "deploy-without-resource-group a.environment"]);
    }

    private static YamlNode.Map Job(string line) => YamlNode.Mapping(("a", YamlNode.Mapping(("timeout", "5 minutes"), ("script", YamlNode.List(line)))));

    private static IEnumerable<string> Of(YamlNode.Map pipeline) => GitLabSafety.Check(pipeline).Select(finding => $"{finding.Id} {finding.Path}");
}
