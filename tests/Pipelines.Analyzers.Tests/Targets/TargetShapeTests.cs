using NUnit.Framework;
using Pipelines.Analyzers.Targets;
using Pipelines.CodeFixes;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Targets;

[TestFixture]
public sealed class TargetShapeTests
{
    [Test]
    public async Task Targets_that_are_found_late_or_never_are_named()
    {
        var messages = await Judge.FindsAsync<TargetShapeAnalyzer>(
            """
            class Build : PipelineBuild
            {
                Target [|Field|] = _ => _;
                Target [|Automatic|] { get; } = _ => _;
                Target [|Settable|] { get; set; } = _ => _;
                static Target [|Static|] => _ => _;
                Target [|Computed|] { get { var text = GetType().Name; return _ => _.Description(text); } }
                Target [|Made|] => Make("text");
                Target [|Alias|] => Good;
                Target [|Chosen|] => IsServerBuild ? _ => _ : _ => _.Unlisted();
                Target [|Nothing|] => _ => null!;
                Target<int> [|Typed|] { get; } = _ => _.Executes(() => 1);
                Target Good => _ => _;
                static Target Make(string text) => _ => _.Description(text);
            }
            """);

        messages[0].ShouldBe("PIPE001: 'Field' is a field, which the engine does not find. Write 'Target Field => _ => _...', so that the engine finds it and reads it once.");
        messages[^2].ShouldContain("'Nothing' is a definition that does not start from its parameter");
    }

    [Test]
    public async Task Every_way_to_start_from_the_parameter_is_right() => await Judge.FindsAsync<TargetShapeAnalyzer>(
        """
        interface IAbstract : IPipelineBuild
        {
            Target Wanted { get; }
            Target Given => _ => _;
        }
        abstract class Base : PipelineBuild
        {
            public abstract Target Later { get; }
            public virtual Target Step => _ => _;
        }
        class Build : Base, IAbstract
        {
            Target Chain => _ => _.Description("text").Executes(() => { });
            Target Block => _ => { _.Unlisted(); return _.Executes(() => { return; }); };
            Target Getter { get => _ => _; }
            Target Returned { get { return _ => _; } }
            Target Branches => _ => IsServerBuild ? _.Unlisted() : _;
            Target Helped => _ => Common(_).Unlisted();
            Target Group => Common;
            Target Method => (ITargetDefinition definition) => definition.Unlisted();
            Target<int> Typed => _ => _.Executes(() => 1);
            public Target Wanted => _ => _;
            Target IAbstract.Given => Wanted;
            public override Target Later => _ => _;
            public override Target Step => base.Step;
            Target Missing => throw new NotSupportedException();
            static ITargetDefinition Common(ITargetDefinition definition) => definition;
        }
        """);

    [Test]
    public async Task Types_that_are_no_builds_may_keep_targets_as_they_like() => await Judge.FindsAsync<TargetShapeAnalyzer>(
        """
        record Found(string Name, Target Target);
        class Keeper { Target kept = _ => _; Target Shown { get; set; } = _ => _; }
        class Build : PipelineBuild { Func<Target, bool>? filter; void Use() { Target local = _ => _; } }
        """);

    [TestCase("Target Pack = _ => _.Unlisted();")]
    [TestCase("readonly Target Pack = _ => _.Unlisted();")]
    [TestCase("static readonly Target Pack = _ => _.Unlisted();")]
    [TestCase("Target Pack { get; } = _ => _.Unlisted();")]
    [TestCase("Target Pack { get; set; } = _ => _.Unlisted();")]
    [TestCase("static Target Pack { get; } = _ => _.Unlisted();")]
    [TestCase("static Target Pack => _ => _.Unlisted();")]
    public Task A_definition_in_the_wrong_place_moves_to_the_right_one(string member) =>
        Mending.GivesAsync<TargetShapeAnalyzer, TargetShapeFix>(Build(member), Build("Target Pack => _ => _.Unlisted();"));

    [Test]
    public Task Access_and_comments_stay() => Mending.GivesAsync<TargetShapeAnalyzer, TargetShapeFix>(
        Build("public static readonly Target Pack = _ => _ // why\n        .Unlisted();"),
        Build("public Target Pack => _ => _ // why\n        .Unlisted();"));

    [Test]
    public Task What_is_computed_is_left_to_the_author() => Mending.IsLeftToTheAuthorAsync<TargetShapeAnalyzer, TargetShapeFix>(
        Build("Target Pack { get { var text = GetType().Name; return _ => _.Description(text); } }"));

    private static string Build(string member) =>
        $$"""
        class Build : PipelineBuild
        {
            // What is sold.
            {{member}}
        }
        """;
}
