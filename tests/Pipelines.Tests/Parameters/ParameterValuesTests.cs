using NUnit.Framework;
using Pipelines.Parameters;
using Pipelines.Testing;
using Shouldly;

namespace Pipelines.Tests.Parameters;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ParameterValuesTests : IDisposable
{
    private readonly ScratchFolder _root = new();

    public void Dispose() => _root.Dispose();

    [Test]
    public void Every_type_is_read_into_its_member()
    {
        var build = new SampleBuild();
        var values = Sample.Bind(
            ["--flavour", "blue-green", "--api-key", "hunter2", "--retries=-3", "--fast", "--share", "0.25", "--folder", "out/x", "--pause", "1m30s", "--address", "https://example.org/a", "--port", "80", "--tags", "a", "b", "--sizes", "1,2", "--storefront-faults=errors=0.3,latency=5ms"],
            _root.Path);

        values.ApplyTo(build);

        values.Problems.ShouldBeEmpty();
        build.ShouldSatisfyAllConditions(
            () => build.Flavour.ShouldBe(Flavour.BlueGreen),
            () => build.ApiKey!.Reveal().ShouldBe("hunter2"),
            () => build.Retries.ShouldBe(-3),
            () => build.Fast.ShouldBeTrue(),
            () => build.Share.ShouldBe(0.25),
            () => build.Folder.ShouldBe(_root / "out/x"),
            () => build.Pause.ShouldBe(TimeSpan.FromSeconds(90)),
            () => build.Address.ShouldBe(new Uri("https://example.org/a")),
            () => build.Port.ShouldBe(new Port(80)),
            () => build.Tags.ShouldBe(["a", "b"]),
            () => build.Sizes.ShouldBe([1, 2]),
            () => build.Faults.ShouldBe("errors=0.3,latency=5ms"));
    }

    [Test]
    public void The_command_line_beats_the_environment_and_that_profiles_and_those_the_file()
    {
        _root.Write(".nuke/parameters.json", """{ "$schema": "x", "share": 0.1, "Flavour": "BlueGreen", "Tags": ["f"], "Retries": 1, "Stage": "file" }""");
        _root.Write(".nuke/parameters.one.json", """{ "Share": 0.2, "Tags": ["one"], "Retries": 2 }""");
        _root.Write(".nuke/parameters.two.json", """{ "Share": 0.3, "Tags": ["two"] }""");

        var values = Sample.Bind(["--share", "0.5", "--profile", "one", "two"], _root.Path, ("SHARE", "0.4"), ("NUKE_STAGE", "nuke"), ("Stage", ""), ("STAGE", "snake"));

        values.Problems.ShouldBeEmpty();
        values.Given.Select(value => $"{value.Parameter.Name} {value}").Order(StringComparer.Ordinal).ShouldBe([
            "Flavour BlueGreen (from .nuke/parameters.json)",
            "Retries 2 (from .nuke/parameters.one.json)",
            "Share 0.5 (from --share)",
            "Stage snake (from variable STAGE)",
            "Tags two (from .nuke/parameters.two.json)",
        ]);
    }

    [TestCase("ApiKey", "api-key", "API_KEY")]
    [TestCase("HTTPPort", "http-port", "HTTP_PORT")]
    [TestCase("NuGetApiKey", "nuget-api-key", "NUGET_API_KEY")]
    [TestCase("PushToGitHub", "push-to-github", "PUSH_TO_GITHUB")]
    [TestCase("MSBuildPath", "msbuild-path", "MSBUILD_PATH")]
    [TestCase("DotNetwork", "dot-network", "DOT_NETWORK")]
    [TestCase("MenuGetItem", "menu-get-item", "MENU_GET_ITEM")]
    public void A_name_is_written_in_words_and_a_product_is_one(string name, string option, string variable)
    {
        Spelling.Kebab(name).ShouldBe(option);
        Spelling.UpperSnake(name).ShouldBe(variable);
    }

    [Test]
    public void The_initialiser_stands_when_nothing_is_given()
    {
        var build = new SampleBuild();

        Sample.Bind([], _root.Path).ApplyTo(build);

        build.Share.ShouldBe(0.5);
        build.Tags.ShouldBe(["own"]);
    }

    [Test]
    public void A_component_reads_its_value_by_member()
    {
        var values = Sample.Bind(["--stage", "production"], _root.Path);

        values.TryGet(typeof(ISampleComponent).GetProperty(nameof(ISampleComponent.Stage))!, out var stage).ShouldBeTrue();
        values.TryGet(typeof(ISampleComponent).GetProperty(nameof(ISampleComponent.Token))!, out _).ShouldBeFalse();

        stage.ShouldBe("production");
    }

    [TestCase("Parameter 'Flavour' cannot be 'Plian' (from --flavour): expected one of Plain, BlueGreen. Did you mean 'Plain'?", "--flavour", "Plian")]
    [TestCase("Parameter 'Flavour' cannot be '1' (from --flavour): expected one of Plain, BlueGreen.", "--flavour", "1")]
    [TestCase("Parameter 'Retries' cannot be 'many' (from --retries): expected a whole number from -2147483648 to 2147483647.", "--retries", "many")]
    [TestCase("Parameter 'Pause' cannot be '5' (from --pause): expected a time such as 500ms, 3s, 2m, 1h30m or 00:01:30.", "--pause", "5")]
    [TestCase("Parameter 'Share' cannot be '0,5' (from --share): expected a number such as 0.95.", "--share", "0,5")]
    [TestCase("Parameter 'Port' cannot be 'x' (from --port): expected a Port such as Http.", "--port", "x")]
    [TestCase("Parameter 'Port' cannot be '70000' (from --port): expected a Port such as Http. The highest port is 65535, and 70000 is above.", "--port", "70000")]
    [TestCase("Parameter 'Sizes' cannot be 'b' (from --sizes): expected a whole number from -2147483648 to 2147483647.", "--sizes", "1,b")]
    public void A_value_that_does_not_parse_is_a_problem(string problem, params string[] arguments) =>
        Sample.Bind(arguments, _root.Path).Problems.ShouldHaveSingleItem().ShouldBe(problem);

    [TestCase("""{ "Flavor": "Plain" }""", ".nuke/parameters.json: unknown parameter 'Flavor'. Did you mean 'Flavour'?")]
    [TestCase("""{ "Share": [1] , "Fast": {} }""", ".nuke/parameters.json: parameter 'Fast' cannot be an object: expected true or false.")]
    [TestCase("""{ "Share": "x" }""", "Parameter 'Share' cannot be 'x' (from .nuke/parameters.json): expected a number such as 0.95.")]
    [TestCase("""[]""", """.nuke/parameters.json: expected an object such as { "Configuration": "Release" }.""")]
    public void A_file_is_read_strictly(string json, string problem)
    {
        _root.Write(".nuke/parameters.json", json);

        Sample.Bind([], _root.Path).Problems.ShouldHaveSingleItem().ShouldBe(problem);
    }

    [TestCase("""{ "Stage": "\ud800" }""")]
    [TestCase("""{ "\ud800": 1 }""")]
    public void Half_a_character_is_told(string json)
    {
        _root.Write(".nuke/parameters.json", json);

        Sample.Bind([], _root.Path).Problems.ShouldHaveSingleItem().ShouldStartWith(".nuke/parameters.json: holds text that is none.");
    }

    [TestCase("{ \"$schema\": \"build.schema.json\" }", true)]
    [TestCase("{\n  \"$schema\" : \"x\"\n}\n", true)]
    [TestCase("{ }", true)]
    [TestCase("{ \"$schema\": \"x\", \"Nothing\": 1 }", false)]
    [TestCase("{ \"$schema\": \"x\", 1 }", false)]
    [TestCase("{ \"$schema\" \"x\" }", false)]
    public void A_file_that_only_names_its_schema_says_nothing_and_all_else_is_read(string json, bool isEmpty)
    {
        _root.Write(".nuke/parameters.json", json);

        Sample.Bind([], _root.Path).Problems.IsEmpty.ShouldBe(isEmpty);
    }

    [Test]
    public void A_broken_file_names_its_line()
    {
        _root.Write(".nuke/parameters.json", "{\n  \"Share\" 1\n}");

        Sample.Bind([], _root.Path).Problems.ShouldHaveSingleItem().ShouldStartWith(".nuke/parameters.json: not valid JSON at line 2.");
    }

    [Test]
    public void A_profile_without_a_file_names_the_nearest()
    {
        _root.Write(".nuke/parameters.staging.json", "{}");

        Sample.Bind(["--profile", "stagin"], _root.Path).Problems.ShouldHaveSingleItem()
            .ShouldBe("Profile 'stagin' has no file .nuke/parameters.stagin.json. Did you mean 'staging'?");
    }

    [Test]
    public void Secrets_are_handed_over_and_never_shown()
    {
        var values = Sample.Bind(["--api-key", "hunter2"], _root.Path, ("TOKEN", "s3cret"));

        var told = new List<string>();
        values.TellSecrets(new SampleBuild(), (secret, name) => told.Add($"{name}: {secret}"));
        told.ShouldBe(["ApiKey: hunter2", "Token: s3cret"], ignoreOrder: true);
        string.Join(' ', values.Given).ShouldBe("*** (from --api-key) *** (from variable TOKEN)");
    }

    [Test]
    public void A_required_parameter_without_a_value_names_the_ways_to_give_one()
    {
        ParameterValues.MissingText(Sample.Bind([], _root.Path).Missing(new SampleBuild()).ShouldHaveSingleItem())
            .ShouldBe("Parameter 'ApiKey' is required. Give '--api-key VALUE', set API_KEY in the environment, or add \"ApiKey\" to .nuke/parameters.json.");
        Sample.Bind(["--api-key", "x"], _root.Path).Missing(new SampleBuild()).ShouldBeEmpty();
    }
}
