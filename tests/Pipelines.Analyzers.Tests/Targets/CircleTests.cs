using NUnit.Framework;
using Pipelines.Analyzers.Targets;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Targets;

[TestFixture]
public sealed class CircleTests
{
    [Test]
    public async Task A_circle_is_told_once_with_its_whole_path()
    {
        var messages = await Judge.FindsAsync<TargetGraphAnalyzer>(
            """
            class Build : PipelineBuild
            {
                Target Test => _ => _.DependsOn(Compile);
                Target Compile => _ => _.DependsOn([|Pack|]);
                Target Pack => _ => _.DependsOn(Test).Executes(() => { });
                Target Publish => _ => _.DependsOn(Pack);
            }
            """);

        messages.ShouldBe(["PIPE002: Targets wait for each other: Compile -> Pack -> Test -> Compile. Remove one of these dependencies."]);
    }

    [TestCase("_.DependsOn([|A|])", "_", "A -> A")]
    [TestCase("_.DependsOn([|B|])", "_.DependsOn(A)", "A -> B -> A")]
    [TestCase("_.DependsOn([|B|])", "_.After(A)", "A -> B -> A")]
    [TestCase("_.Before(B)", "_.Before([|A|])", "A -> B -> A")]
    [TestCase("_.Triggers(B)", "_.Before([|A|])", "A -> B -> A")]
    [TestCase("_.TriggeredBy([|B|])", "_.Consumes(A)", "A -> B -> A")]
    [TestCase("_.DependentFor(B)", "_.DependentFor([|A|])", "A -> B -> A")]
    public async Task Every_word_that_makes_targets_wait_counts(string a, string b, string path)
    {
        var messages = await Judge.FindsAsync<TargetGraphAnalyzer>($$"""class Build : PipelineBuild { Target A => _ => {{a}}; Target B => _ => {{b}}; }""");

        messages.ShouldHaveSingleItem().ShouldContain(path);
    }

    [TestCase("_.DependsOn(B)", "_.Before(A)")]
    [TestCase("_.DependsOn(B)", "_.Triggers(A)")]
    [TestCase("_.DependsOn(B).After(B)", "_.DependentFor(A)")]
    [TestCase("_.Triggers(B)", "_.TriggeredBy(A).After(A)")]
    public Task Saying_the_same_from_both_sides_is_no_circle(string a, string b) =>
        Judge.FindsAsync<TargetGraphAnalyzer>($$"""class Build : PipelineBuild { Target A => _ => {{a}}; Target B => _ => {{b}}; }""");

    [Test]
    public async Task Components_are_followed_to_whatever_stands_for_their_targets()
    {
        var messages = await Judge.FindsAsync<TargetGraphAnalyzer>(
            """
            interface IRestore : IPipelineBuild { Target Restore => _ => _; }
            interface ICompile : IRestore { Target Compile => _ => _.DependsOn([|Restore|]); }
            class Good : PipelineBuild, ICompile { Target Check => _ => _.DependsOn<ICompile>(x => x.Compile).TryDependsOn<IOther>(); }
            class Bad : PipelineBuild, ICompile { public Target Restore => _ => _.DependsOn<ICompile>(); }
            interface IOther : IPipelineBuild { Target Check => _ => _.DependsOn(Check2); Target Check2 => _ => _; }
            """);

        messages.ShouldHaveSingleItem().ShouldContain("Compile -> Restore -> Compile");
    }

    [Test]
    public Task A_class_that_replaces_a_definition_replaces_its_dependencies() => Judge.FindsAsync<TargetGraphAnalyzer>(
        """
        interface ICompile : IPipelineBuild { Target Restore => _ => _; Target Compile => _ => _.DependsOn(Restore); }
        class Build : PipelineBuild, ICompile
        {
            public Target Compile => _ => _;
            public Target Restore => _ => _.DependsOn(Compile);
        }
        """);

    [Test]
    public async Task What_is_inherited_counts()
    {
        var messages = await Judge.FindsAsync<TargetGraphAnalyzer>(
            """
            abstract class Base : PipelineBuild { protected virtual Target Step => _ => _.DependsOn(Next); protected virtual Target Next => _ => _; }
            class Build : Base { protected override Target Step => _ => _.Base().Unlisted(); protected override Target Next => _ => _.DependsOn([|Step|]); }
            class Other : Base { protected override Target Step => _ => _.Unlisted(); protected override Target Next => _ => _.DependsOn(Step); }
            """);

        messages.ShouldHaveSingleItem().ShouldContain("Next -> Step -> Next");
    }

    [Test]
    public async Task Several_circles_are_all_told()
    {
        var messages = await Judge.FindsAsync<TargetGraphAnalyzer>(
            """
            class Build : PipelineBuild
            {
                Target A => _ => _.DependsOn([|B|], C);
                Target B => _ => _.DependsOn(A);
                Target C => _ => _.DependsOn([|D|]);
                Target D => _ => _.DependsOn(C);
            }
            """);

        messages.Length.ShouldBe(2);
    }
}
