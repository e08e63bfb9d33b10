using NUnit.Framework;
using Pipelines.Ci.Yaml;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Ci.Yaml;

[TestFixture]
public sealed class YamlWriterTests
{
    [Test]
    public void A_workflow_reads_as_a_careful_person_would_have_written_it()
    {
        var checkout = YamlNode.Mapping(
            ("uses", new YamlNode.Scalar("actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1") { Comment = "v7.0.1" }),
            ("with", YamlNode.Mapping(("persist-credentials", false), ("fetch-depth", 0))));
        var test = YamlNode.Mapping(
            ("name", "Unit tests"),
            ("needs", YamlNode.Inline("build", "lint")),
            ("if", "${{ github.ref == 'refs/heads/main' }}"),
            ("timeout-minutes", 20),
            ("continue-on-error", (bool?)null),
            ("services", YamlNode.Mapping(("db", YamlNode.Mapping(("image", "postgres:14"), ("ports", YamlNode.Inline("5432:5432")))))),
            ("env", YamlNode.Mapping(("VERSION", "1.10"), ("ANSWER", "yes"), ("EMPTY", ""))),
            ("steps", YamlNode.List(
                checkout,
                YamlNode.Mapping(("name", "Test"), ("run", YamlNode.Script("./build.sh UnitTest --skip Compile"))),
                YamlNode.Mapping(("run", "set -e\necho 'it''s'\n")))));
        var jobs = YamlNode.Mapping(("build", YamlNode.Mapping(("runs-on", "ubuntu-24.04")) with { Above = "Target: Compile" }), ("test", test with { Above = "Targets: UnitTest" }));
        var workflow = YamlNode.Mapping(
            ("name", "Continuous"),
            ("run-name", "Continuous of ${{ github.ref_name }}"),
            ("on", YamlNode.Mapping(("push", YamlNode.Mapping(("branches", YamlNode.Inline("main", "release/**")))), ("schedule", YamlNode.List(YamlNode.Mapping(("cron", "17 3 * * 1-5")))))),
            ("permissions", YamlNode.Mapping() with { Comment = "each job says what it needs" }),
            ("jobs", jobs with { IsSpaced = true }));

        var text = YamlWriter.Write(workflow with { HasBareKeys = true, Above = "Generated from build/Build.Ci.cs.\n\nTo change it: ./build.sh GenerateCi" });

        Snapshot.Match(text);
    }

    [Test]
    public void Comments_stay_comments_whatever_they_hold()
    {
        var script = YamlNode.Script("a") with { Above = "why\ninject: 1", Comment = "two\nlines\u2028three" };
        var first = YamlNode.Mapping(("name", new YamlNode.Scalar("x") { Above = "of the key" }), ("run", script)) with { Above = "of the item" };
        var second = YamlNode.Mapping(("name", "z")) with { Comment = "of the map" };

        var text = YamlWriter.Write(YamlNode.Mapping(("steps", YamlNode.List(first, second) with { Comment = "all of them" })));

        text.ShouldBe("""
            steps: # all of them
              # of the item
              # of the key
              - name: x
                # why
                # inject: 1
                run: | # two lines three
                  a
              - # of the map
                name: z

            """);
    }

    [Test]
    public void Long_or_commented_items_take_a_line_each()
    {
        var text = YamlWriter.Write(YamlNode.Mapping(
            ("short", YamlNode.Inline(YamlNode.Mapping(("os", "linux"), ("shard", 1)) with { IsInline = true })),
            ("long", YamlNode.Inline(new string('a', 50), new string('b', 50))),
            ("commented", YamlNode.Inline(new YamlNode.Scalar("a") { Comment = "why" }, "b")),
            ("nested", YamlNode.List(YamlNode.List("a", "b"), YamlNode.List("c")))));

        text.ShouldBe($"""
            short: [{"{"}os: linux, shard: 1{"}"}]

            long:
              - {new string('a', 50)}
              - {new string('b', 50)}

            commented:
              - a # why
              - b

            nested:
              - - a
                - b
              - - c

            """);
    }

    [Test]
    public void Documents_of_a_file_are_parted_and_tags_of_GitLab_are_kept()
    {
        var header = YamlNode.Mapping(("spec", YamlNode.Mapping(("inputs", YamlNode.Mapping(("stage", YamlNode.Mapping()))))));
        var job = YamlNode.Mapping(("job", YamlNode.Mapping(("script", YamlNode.List(YamlNode.Inline(".setup", "script") with { Tag = "!reference" }, "echo")))));

        YamlWriter.Write(header, job).ShouldBe("""
            spec:
              inputs:
                stage: {}
            ---

            job:
              script:
                - !reference [.setup, script]
                - echo

            """);
    }

    [Test]
    public void A_key_stands_once()
    {
        var twice = YamlNode.Mapping(("job", 1), ("job", 2));

        Should.Throw<DefinitionException>(() => YamlWriter.Write(twice)).Message.ShouldBe("The key 'job' stands twice in one map. Leave one of them out.");
    }
}
