using NUnit.Framework;
using Pipelines.Graph;
using Serilog;
using Shouldly;

namespace Pipelines.Tests.Graph;

[TestFixture]
public sealed class GraphReaderTests
{
    [Test]
    public void Targets_of_class_bases_and_components_are_found_once_in_the_order_of_declaration()
    {
        var graph = Read(new Full());

        graph.Targets.Select(target => target.Name).ShouldBe(["Own", "Hidden", "Typed", "Tested", "Inherited", "Compile", "Restore"]);
    }

    [Test]
    public void What_targets_say_of_others_is_gathered_at_the_one_that_waits()
    {
        var graph = Read(new Full());

        graph["Own"].Dependencies.ShouldBe(["Compile", "Inherited"]);
        graph["Restore"].After.ShouldBe(["Own"]);
        graph["Compile"].Dependencies.ShouldBe(["Restore"]);
        graph["Hidden"].TriggeredBy.ShouldBe(["Own"]);
        graph["Own"].Triggers.ShouldBe(["Hidden"]);
    }

    [Test]
    public void A_result_has_the_type_that_its_target_gives()
    {
        var graph = Read(new Full());

        graph["Typed"].ResultType.ShouldBe(typeof(int));
        graph["Own"].ResultType.ShouldBeNull();
    }

    [Test]
    public void A_target_that_overrides_a_component_can_say_more_than_it()
    {
        var graph = Read(new Overriding());

        graph["Compile"].Description.ShouldBe("Compiles");
        graph["Compile"].Dependencies.ShouldBe(["Restore", "Lint"]);
        graph["Compile"].Work.Length.ShouldBe(2);
        graph["Inherits"].Dependencies.ShouldBe(["Restore"]);
    }

    [Test]
    public void A_target_that_overrides_a_base_class_can_say_more_than_it()
    {
        var graph = Read(new Derived());

        graph["Step"].Description.ShouldBe("A step");
        graph["Step"].IsExclusive.ShouldBeTrue();
    }

    [Test]
    public void A_definition_with_a_variable_of_its_own_is_recognised()
    {
        var graph = Read(new WithVariables());

        graph["Second"].Dependencies.ShouldBe(["First"]);
    }

    [Test]
    public void Everything_that_is_wrong_is_told_at_once()
    {
        var wrong = Should.Throw<DefinitionException>(() => Read(new Wrong()));

        wrong.Message.Split('\n').ShouldBe(
        [
            "Target 'Compile' is defined by Wrong and by ICompile. Make the one of Wrong public, so that it stands for both, or rename one.",
            "Target 'Lonely' names a target of IUnrelated, which Wrong does not implement. Add the component to the class, or use TryDependsOn.",
            "Target 'Limits': Retry(0, ) needs at least 1 more try and a delay of at most 1 day.",
            "Target 'Limits': Timeout(00:00:00) must be from 10 ms to 1 day.",
            "'Stray' refers to a target that is not a property of Wrong or of its components. Make it a property: Target Name => _ => _...",
            "Target 'Empty' has a typed result, so it needs exactly one Executes; it has 0.",
            "Target 'Reads' has Inputs but neither Outputs nor a result, so nothing tells whether it is up to date. Add Outputs(...).",
        ]);
    }

    private static TargetGraph Read(PipelineBuild build) => new GraphReader(build, []).Read();

    private interface IRestore : IPipelineBuild
    {
        Target Restore => _ => _.Executes(() => Log.Information("restored"));
    }

    private interface ICompile : IRestore
    {
        Target Compile => _ => _.Description("Compiles").DependsOn<IRestore>().Executes(() => Log.Information("compiled"));
    }

    private interface IUnrelated : IPipelineBuild
    {
        Target Unrelated => _ => _;
    }

    private abstract class Base : PipelineBuild
    {
        protected Target Inherited => _ => _;

        public virtual Target Tested => _ => _;
    }

    private sealed class Full : Base, ICompile
    {
        public Target Own => _ => _
            .DependsOn<ICompile>(build => build.Compile)
            .DependsOn(Inherited)
            .TryDependsOn<IUnrelated>()
            .Before<IRestore>(build => build.Restore)
            .Triggers(Hidden);

        private Target Hidden => _ => _.Unlisted();

        public Target<int> Typed => _ => _.Executes(() => 1);

        public override Target Tested => _ => _;
    }

    private sealed class Overriding : PipelineBuild, ICompile
    {
        public Target Compile => _ => _.Base().DependsOn(Lint).Executes(() => Log.Information("more"));

        public Target Lint => _ => _;

        public Target Inherits => _ => _.Inherit<ICompile>(build => build.Compile);
    }

    private abstract class Stepping : PipelineBuild
    {
        public virtual Target Step => _ => _.Description("A step");
    }

    private sealed class Derived : Stepping
    {
        public override Target Step => _ => _.Base().Exclusive();
    }

    private sealed class WithVariables : PipelineBuild
    {
        public Target First
        {
            get
            {
                var text = GetType().Name;
                return _ => _.Description(text);
            }
        }

        public Target Second => _ => _.DependsOn(First);
    }

    private sealed class Wrong : PipelineBuild, ICompile
    {
        private Target Compile => _ => _;

        public Target Lonely => _ => _.DependsOn<IUnrelated>();

        public Target Limits => _ => _.Retry(0).Timeout(TimeSpan.Zero).DependsOn(Compile);

        public Target Stray => _ => _.DependsOn((Target)(other => other));

        public Target<int> Empty => _ => _;

        public Target Reads => _ => _.Inputs("**/*.cs");
    }
}
