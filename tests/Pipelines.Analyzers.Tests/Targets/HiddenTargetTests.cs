using NUnit.Framework;
using Pipelines.Analyzers.Targets;
using Pipelines.CodeFixes;
using Shouldly;

namespace Pipelines.Analyzers.Tests.Targets;

[TestFixture]
public sealed class HiddenTargetTests
{
    private const string Components = "interface ICompile : IPipelineBuild { Target Compile => _ => _; Target<int> Count => _ => _.Executes(() => 1); }\n";

    [Test]
    public async Task A_target_that_only_looks_like_the_one_of_a_component_is_found()
    {
        var messages = await Judge.FindsAsync<HiddenTargetAnalyzer>(
            Components + "class Build : PipelineBuild, ICompile { Target [|Compile|] => _ => _.Base(); public Target [|Count|] => _ => _; }");

        messages[0].ShouldBe("PIPE008: Target 'Compile' is defined by Build and by ICompile. Make the one of Build public and of the same type, so that it stands for both, or rename it.");
    }

    [TestCase("class Build : PipelineBuild, ICompile { public Target Compile => _ => _.Base(); }")]
    [TestCase("class Build : PipelineBuild, ICompile { Target Compile => _ => _; Target ICompile.Compile => Compile; }")]
    [TestCase("class Build : PipelineBuild, ICompile { Target Pack => _ => _; static Target Shared => _ => _; }")]
    [TestCase("class Build : PipelineBuild { Target Compile => _ => _; }")]
    [TestCase("class Base : PipelineBuild { public Target Compile => _ => _; } class Build : Base, ICompile;")]
    public Task A_target_that_stands_for_it_or_has_a_name_of_its_own_is_right(string build) => Judge.FindsAsync<HiddenTargetAnalyzer>(Components + build);

    [TestCase("private Target Compile => _ => _;")]
    [TestCase("Target Compile => _ => _;")]
    [TestCase("protected internal Target Compile => _ => _;")]
    public Task It_becomes_public(string target) => Mending.GivesAsync<HiddenTargetAnalyzer, HiddenTargetFix>(Build(target), Build("public Target Compile => _ => _;"));

    private static string Build(string target) => Components + "class Build : PipelineBuild, ICompile\n{\n    // Compiles.\n    " + target + "\n}\n";
}
