using NUnit.Framework;
using Pipelines.Tests.Execution;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Cli;

[TestFixture]
public sealed class PromptTests
{
    [Test]
    public async Task A_person_is_asked_for_what_the_plan_requires_and_nothing_else()
    {
        var person = new Answers(isTerminal: true, "sour", "sesame-open");
        using var workspace = new Workspace { Input = person };

        var ran = await workspace.RunAsync<Bakery>("Bake");

        ran.Result.ExitCode.ShouldBe(0, ran.Error);
        person.Questions.ShouldBe(["Flavour (Taste of the cake) [Sweet|Sour]: ", "Key (Opens the oven), not shown: (hidden)"]);
        ran.Output.ShouldContain("baked Sour with ***");
        ran.Output.ShouldNotContain("sesame");
    }

    [Test]
    public async Task A_wrong_answer_is_told_and_asked_for_again()
    {
        var person = new Answers(isTerminal: true, "swet", "sweet", "sesame-open");
        using var workspace = new Workspace { Input = person };

        await workspace.RunAsync<Bakery>("Bake");

        person.Questions[1].ShouldBe("Parameter 'Flavour' cannot be 'swet' (from your answer): expected one of Sweet, Sour. Did you mean 'Sweet'?\nFlavour (Taste of the cake) [Sweet|Sour]: ");
    }

    [TestCase(false, "")]
    [TestCase(true, "CI")]
    public async Task Where_nobody_can_answer_the_ways_to_give_it_are_told(bool isTerminal, string variable)
    {
        var nobody = new Answers(isTerminal, "sweet", "sesame-open");
        using var workspace = new Workspace { Input = nobody, Environment = new Dictionary<string, string>(StringComparer.Ordinal) { [variable] = "true" } };

        var ran = await workspace.RunAsync<Bakery>("Bake");

        nobody.Questions.ShouldBeEmpty();
        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldBe("""
            error: Parameter 'Flavour' is required. Give '--flavour Sweet|Sour', set FLAVOUR in the environment, or add "Flavour" to .nuke/parameters.json.
            error: Target 'Bake': Parameter 'Key' is required. Give '--key VALUE', set KEY in the environment, or add "Key" to .nuke/parameters.json.

            """);
    }

    [Test]
    public async Task Who_does_not_answer_gets_the_same_message()
    {
        using var workspace = new Workspace { Input = new Answers(isTerminal: true, null, "") };

        var ran = await workspace.RunAsync<Bakery>("Bake");

        ran.Result.ExitCode.ShouldBe(ExitCodes.Invalid);
        ran.Error.ShouldContain("Parameter 'Flavour' is required.");
    }

    [Test]
    public async Task A_plan_asks_nothing()
    {
        var person = new Answers(isTerminal: true, "sweet", "sesame-open");
        using var workspace = new Workspace { Input = person };

        await workspace.RunAsync<Bakery>("Bake --plan");
        await workspace.RunAsync<Bakery>("--help");

        person.Questions.ShouldBeEmpty();
    }

    private enum Flavour
    {
        Sweet,
        Sour,
    }

    private sealed class Bakery : PipelineBuild
    {
        [Parameter("Taste of the cake"), Required]
        private readonly Flavour? _flavour = null;

        [Parameter("Opens the oven")]
        private readonly Secret? _key = null;

        [Parameter("Where to")]
        private readonly string? _address = null;

        public Target Bake => _ => _.Requires(() => _key).Executes(() => Log.Information("baked {Flavour} with {Key}", _flavour, _key!.Reveal()));

        public Target Deliver => _ => _.Requires(() => _address).Executes(() => Log.Information("brought to {Address}", _address));
    }
}
