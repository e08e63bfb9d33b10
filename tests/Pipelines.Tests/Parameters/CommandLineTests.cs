using FsCheck;
using FsCheck.Fluent;
using NUnit.Framework;
using Pipelines.Parameters;
using Shouldly;

namespace Pipelines.Tests.Parameters;

public sealed class CommandLineTests
{
    [TestCase("deploy")]
    [TestCase("Deploy", "deploy")]
    public void Targets_are_found_in_any_case_and_once(params string[] arguments)
    {
        var invocation = Sample.Parse(arguments);

        invocation.Problems.ShouldBeEmpty();
        invocation.Targets.ShouldBe(["Deploy"]);
    }

    [TestCase("unit-test", "compile")]
    [TestCase("unit-test+compile")]
    [TestCase("UnitTest", "--fast", "Compile")]
    public void Several_targets_are_words_or_joined_by_plus(params string[] arguments) =>
        Sample.Parse(arguments).Targets.ShouldBe(["UnitTest", "Compile"]);

    [TestCase("--share", "0.9")]
    [TestCase("--share=0.9")]
    [TestCase("--Share", "0.9")]
    [TestCase("-share", "0.9")]
    public void A_value_follows_as_a_word_or_after_equals(params string[] arguments)
    {
        var value = Sample.Parse(arguments).Values.ShouldHaveSingleItem();

        value.Words.ShouldBe(["0.9"]);
        value.Source.ToString().ShouldBe("--share");
    }

    [Test]
    public void A_value_that_starts_with_a_dash_needs_equals()
    {
        Sample.Parse("--retries=-1").Values.ShouldHaveSingleItem().Words.ShouldBe(["-1"]);

        Sample.Problem("--retries", "-1").ShouldBe("Option '--retries' needs a value: write '--retries=-1' for one that starts with a dash.");
    }

    [Test]
    public void A_switch_takes_the_next_word_only_when_it_is_true_or_false()
    {
        var invocation = Sample.Parse("--fast", "Deploy");

        invocation.Targets.ShouldBe(["Deploy"]);
        invocation.Values.ShouldHaveSingleItem().Words.ShouldBe(["true"]);
        Sample.Parse("--fast", "false").Values.ShouldHaveSingleItem().Words.ShouldBe(["false"]);
    }

    [TestCase(new[] { "--tags", "a", "b" }, new[] { "a", "b" })]
    [TestCase(new[] { "--tags", "a", "--tags=b c" }, new[] { "a", "b c" })]
    [TestCase(new[] { "--sizes", "1,2", "3" }, new[] { "1", "2", "3" })]
    [TestCase(new[] { "--tags=" }, new string[0])]
    public void A_collection_takes_words_repetitions_and_separators(string[] arguments, string[] words) =>
        Sample.Parse(arguments).Values.ShouldHaveSingleItem().Words.ShouldBe(words);

    [Test]
    public void Options_of_the_engine_are_read()
    {
        var options = Sample.Parse("Deploy", "--plan", "json", "--parallel", "3", "--no-cache", "--verbosity", "verbose", "--skip", "compile", "--profile", "a", "b", "--root", "x", "--no-logo").Options;

        options.ShouldSatisfyAllConditions(
            () => options.Plan.ShouldBe(PlanFormat.Json),
            () => options.Parallel.ShouldBe(3),
            () => options.NoCache.ShouldBeTrue(),
            () => options.Verbosity.ShouldBe(Verbosity.Verbose),
            () => options.Skip!.Value.ShouldBe(["Compile"]),
            () => options.Profiles.ShouldBe(["a", "b"]),
            () => options.Root.ShouldBe("x"),
            () => options.NoLogo.ShouldBeTrue());
    }

    [Test]
    public void A_plan_without_a_form_is_text_and_leaves_the_target_alone()
    {
        var invocation = Sample.Parse("--plan", "Deploy");

        invocation.Options.Plan.ShouldBe(PlanFormat.Text);
        invocation.Targets.ShouldBe(["Deploy"]);
    }

    [Test]
    public void Skip_without_names_leaves_out_all_that_was_not_named() =>
        Sample.Parse("Deploy", "--skip").Options.Skip!.Value.ShouldBeEmpty();

    [TestCase("Unknown option '--stagee'. Did you mean '--stage'?", "Deploy", "--stagee", "production")]
    [TestCase("Unknown target 'Dpeloy'. Did you mean 'Deploy'?", "Dpeloy")]
    [TestCase("Unknown target 'help'. Did you mean '--help'?", "help")]
    [TestCase("Unknown target 'xyz'. Known targets: Compile, UnitTest, Deploy.", "xyz")]
    [TestCase("Unknown option '--deploy'. Targets are written without dashes.", "--deploy")]
    [TestCase("Unknown option '--zzzzzz'. See --help for all options.", "--zzzzzz=1")]
    [TestCase("Option '--parallel' cannot be 'x': expected a whole number from 1 to 1024.", "--parallel", "x")]
    [TestCase("Option '--parallel' needs a value: expected a whole number from 1 to 1024.", "--parallel")]
    [TestCase("Option '--verbosity' cannot be 'verbos': expected one of quiet, normal, verbose. Did you mean 'verbose'?", "--verbosity", "verbos")]
    [TestCase("Option '--plan' cannot be 'html': expected one of text, json.", "--plan=html")]
    [TestCase("Option '--share' needs a value: expected a number such as 0.95.", "--share", "--fast")]
    [TestCase("Option '--share' is given as '1' and as '2'. Give it once.", "--share", "1", "--share", "2")]
    [TestCase("Option '--api-key' is given more than once. Give it once.", "--api-key", "hunter2", "--api-key", "hunter3")]
    [TestCase("Option '--no-cache' cannot be 'maybe': expected true, false or no value.", "--no-cache=maybe")]
    [TestCase("Option '--profile' cannot be '../x': expected the NAME of .nuke/parameters.NAME.json, not a path.", "--profile", "../x")]
    public void A_mistake_is_named_with_the_way_out(string problem, params string[] arguments) =>
        Sample.Problem(arguments).ShouldBe(problem);

    [Test]
    public void All_mistakes_are_told_at_once() =>
        Sample.Parse("Deplo", "--stagee", "x", "--parallel", "0", "--share").Problems.Length.ShouldBe(4);

    [Test]
    public void Any_words_end_in_an_invocation_or_problems_never_in_an_exception()
    {
        var known = EngineOption.All.Select(option => option.Name).Concat(Sample.Declarations.Select(declaration => declaration.Option)).Concat(Sample.Targets).ToArray();
        var word = Gen.OneOf(Gen.Elements(known), ArbMap.Default.GeneratorFor<string>(), Gen.Elements("-", "--", "=", "--=", "-1", "--share=", "+", "a+b", "", "\0", "true", "--plan=", "1d99999999999d"));

        Prop.ForAll(Gen.ArrayOf(word).Select(words => words.Select(text => text ?? "").ToArray()).ToArbitrary(), words =>
        {
            var values = Sample.Bind(words, AbsolutePath.Parse("/nowhere"));

            return values.Problems.All(problem => problem.Length > 0);
        }).QuickCheckThrowOnFailure();
    }
}
