using NUnit.Framework;
using Pipelines.Analyzers.Parameters;
using Pipelines.CodeFixes;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Parameters;

[TestFixture]
public sealed class StaticParameterTests
{
    [Test]
    public async Task A_parameter_that_all_builds_would_share_is_found()
    {
        var messages = await Judge.FindsAsync<StaticParameterAnalyzer>(
            """
            class Build : PipelineBuild
            {
                [Parameter] static readonly string [|Shared|] = "";
                [Parameter("text")] static int [|Number|] { get; set; }
                [Parameter] readonly string Own = "";
                static readonly string NoParameter = "";
            }
            """);

        messages[0].ShouldBe("PIPE009: Parameter 'Shared' is static, so two builds could not have their own. Make it an instance member.");
    }

    [Test]
    public Task It_becomes_an_instance_member() => Mending.GivesAsync<StaticParameterAnalyzer, StaticParameterFix>(
        """
        class Build : PipelineBuild
        {
            [Parameter("text")]
            static readonly string Shared = "";
        }
        """,
        """
        class Build : PipelineBuild
        {
            [Parameter("text")]
            readonly string Shared = "";
        }
        """);

    [Test]
    public Task A_bare_property_keeps_its_place() => Mending.GivesAsync<StaticParameterAnalyzer, StaticParameterFix>(
        "class Build : PipelineBuild { [Parameter] static int Number { get; set; } }",
        "class Build : PipelineBuild { [Parameter] int Number { get; set; } }");
}
