using Microsoft.CodeAnalysis;
using NUnit.Framework;
using Pipelines.Analyzers.Targets;
using Pipelines.CodeFixes;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Targets;

[TestFixture]
public sealed class ResultTests
{
    private const string Library =
        """
        public interface IRelease : IPipelineBuild { Target<string> Release => _ => _.Executes(() => "1.0"); }
        public interface IDeploy : IRelease { Target Deploy => _ => _.DependsOn(Release); Target Prepare => _ => _; }
        """;

    [Test]
    public async Task A_result_of_a_target_that_nothing_leads_to_is_found()
    {
        var messages = await Judge.FindsAsync<TargetGraphAnalyzer>(
            """
            class Build : PipelineBuild
            {
                Target<int> Count => _ => _.Executes(() => 1);
                Target Other => _ => _.After(Count).Before(Announce);
                Target Announce => _ => _.DependsOn(Other).Executes(run => Log.Information("{Count}", run.Result([|Count|])));
            }
            """);

        messages.ShouldBe(["PIPE003: Target 'Announce' reads the result of 'Count' but does not depend on it. Add DependsOn(Count)."]);
    }

    [TestCase("_.DependsOn(Count)", "_")]
    [TestCase("_.DependsOn(Other)", "_.DependsOn(Count)")]
    [TestCase("_.TriggeredBy(Count)", "_")]
    [TestCase("_.DependsOn(Other)", "_.TriggeredBy(Count)")]
    [TestCase("_.Inherit(Other)", "_.DependsOn(Count)")]
    [TestCase("_", "_.DependsOn(Count).DependentFor(Announce)")]
    [TestCase("Common(_)", "_")]
    [TestCase("_.DependsOn(All)", "_")]
    public Task A_result_that_a_dependency_may_bring_is_fine(string announce, string other) => Judge.FindsAsync<TargetGraphAnalyzer>(
        $$"""
        class Build : PipelineBuild
        {
            Target<int> Count => _ => _.Executes(() => 1);
            Target Other => _ => {{other}};
            Target Announce => _ => {{announce}}.Executes(run => Log.Information("{Count}", run.Result(Count)));
            Delegate[] All => [Count];
            ITargetDefinition Common(ITargetDefinition definition) => definition.DependsOn(Count);
        }
        """);

    [Test]
    public Task What_a_library_says_of_its_targets_is_not_to_be_seen_and_trusted() => Judge.FindsAsync<TargetGraphAnalyzer>(
        """
        class Build : PipelineBuild, IDeploy
        {
            Target<int> Count => _ => _.Executes(() => 1);
            Target Announce => _ => _.DependsOn<IDeploy>(x => x.Deploy).Executes(run => Log.Information(run.Result(((IRelease)this).Release)));
            Target Lost => _ => _.DependsOn<IDeploy>(x => x.Prepare).Executes(run => Log.Information("{Count}", run.Result([|Count|])));
        }
        """,
        Reference());

    [Test]
    public Task A_library_may_depend_on_what_stands_for_its_targets() => Judge.FindsAsync<TargetGraphAnalyzer>(
        """
        class Build : PipelineBuild, IDeploy
        {
            Target<int> Count => _ => _.Executes(() => 1);
            public Target<string> Release => _ => _.DependsOn(Count).Executes(run => $"{run.Result(Count)}");
            Target Announce => _ => _.DependsOn<IDeploy>(x => x.Deploy).Executes(run => Log.Information("{Count}", run.Result(Count)));
        }
        """,
        Reference());

    [Test]
    public Task A_component_is_judged_as_part_of_the_builds_that_have_it() => Judge.FindsAsync<TargetGraphAnalyzer>(
        """
        interface ICount : IPipelineBuild { Target<int> Count => _ => _.Executes(() => 1); }
        interface IAnnounce : ICount { Target Announce => _ => _.Executes(run => Log.Information("{Count}", run.Result(Count))); }
        class Build : PipelineBuild, IAnnounce { Target Link => _ => _.DependsOn<ICount>(x => x.Count).DependentFor<IAnnounce>(x => x.Announce); }
        interface ILost : ICount { Target Lost => _ => _.Executes(run => Log.Information("{Count}", run.Result([|Count|]))); }
        """);

    [Test]
    public Task The_dependency_comes_before_the_work_that_needs_it() => Mending.GivesAsync<TargetGraphAnalyzer, DependencyFix>(
        """
        class Build : PipelineBuild
        {
            Target<int> Count => _ => _.Executes(() => 1);
            Target Announce => _ => _
                .Description("Announces")
                .Executes(run => Log.Information("{Count}", run.Result(Count)));
        }
        """,
        """
        class Build : PipelineBuild
        {
            Target<int> Count => _ => _.Executes(() => 1);
            Target Announce => _ => _
                .Description("Announces")
                .DependsOn(Count)
                .Executes(run => Log.Information("{Count}", run.Result(Count)));
        }
        """);

    [Test]
    public Task A_target_of_a_component_is_named_by_its_component() => Mending.GivesAsync<TargetGraphAnalyzer, DependencyFix>(
        """
        interface ICount : IPipelineBuild { Target<int> Count => _ => _.Executes(() => 1); }
        class Build : PipelineBuild, ICount { Target Announce => _ => _.Executes(run => Log.Information("{Count}", run.Result(((ICount)this).Count))); }
        """,
        """
        interface ICount : IPipelineBuild { Target<int> Count => _ => _.Executes(() => 1); }
        class Build : PipelineBuild, ICount { Target Announce => _ => _.DependsOn<ICount>(build => build.Count).Executes(run => Log.Information("{Count}", run.Result(((ICount)this).Count))); }
        """);

    private static PortableExecutableReference Reference()
    {
        using var library = new MemoryStream();
        Sample.Compile(Library).WithAssemblyName("Library").Emit(library).Success.ShouldBeTrue();
        return MetadataReference.CreateFromImage(library.ToArray());
    }
}
