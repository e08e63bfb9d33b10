using NUnit.Framework;
using Pipelines.Analyzers.Targets;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Targets;

[TestFixture]
public sealed class TypedTargetTests
{
    [Test]
    public async Task A_result_that_is_given_twice_or_never_is_found()
    {
        var messages = await Judge.FindsAsync<TypedTargetAnalyzer>(
            """
            class Build : PipelineBuild
            {
                Target<int> [|Twice|] => _ => _.Executes(() => 1).Description("again").Executes(() => 2);
                Target<int> [|Never|] => _ => _.DependsOn(Twice);
            }
            """);

        messages.ShouldBe(
        [
            "PIPE007: Target 'Twice' has a typed result, so it needs exactly one Executes; it has 2",
            "PIPE007: Target 'Never' has a typed result, so it needs exactly one Executes; it has 0",
        ]);
    }

    [Test]
    public Task Branches_bases_and_helpers_may_give_the_one() => Judge.FindsAsync<TypedTargetAnalyzer>(
        """
        interface ICount : IPipelineBuild { Target<int> Count => _ => _.Executes(() => 1); Target<int> Wanted { get; } }
        class Build : PipelineBuild, ICount
        {
            public Target<int> Count => _ => _.Base().Unlisted();
            public Target<int> Wanted => _ => _.Inherit(Count);
            Target<int> Branches => _ => IsServerBuild ? _.Executes(() => 1) : _.Executes(() => 2);
            Target<int> Helped => _ => Give(_);
            Target<int> Group => Give;
            Target Plain => _ => _.Executes(() => { }).Executes(() => { });
            Target Empty => _ => _;
            static ITargetDefinition<int> Give(ITargetDefinition<int> definition) => definition.Executes(() => 1);
        }
        """);
}
