using NUnit.Framework;
using Pipelines.Parameters;
using Shouldly;

namespace Pipelines.Tests.Parameters;

public sealed class ParameterDeclarationsTests
{
    [Test]
    public void Members_of_class_and_components_are_declared_once_each()
    {
        var declarations = ParameterDeclarations.Of(typeof(DerivedBuild));

        declarations.Problems.ShouldBeEmpty();
        declarations.All.Select(declaration => declaration.Option).ShouldBe([
            "--stage", "--flavour", "--api-key", "--retries", "--fast", "--share", "--folder", "--pause", "--address", "--port", "--tags", "--sizes", "--storefront-faults", "--token",
        ], ignoreOrder: true);
        declarations.All.Single(declaration => declaration.Name == "Stage").Members.Length.ShouldBe(2);
    }

    [Test]
    public void What_cannot_be_a_parameter_is_told_all_at_once() => ParameterDeclarations.Of(typeof(WrongBuild)).Problems.ShouldBe([
        "Parameter 'Shared' of WrongBuild.Shared is static, so two builds could not have their own. Make it an instance member.",
        "Parameter 'Plan' of WrongBuild.Plan has the name of an option of the engine. Give it another Name.",
        "Parameter 'Thing' of WrongBuild.Thing has type Exception, which is not read from text. Use a plain type, an array of one, or give Exception a public static Parse(string).",
        "Parameter 'two words' of WrongBuild.Words cannot be an option. Use letters, digits and dashes in its Name.",
        "Parameter 'Token' is declared as whole number by WrongBuild.Token and as text by ISampleComponent.Token. Give both one type, or one of them another Name.",
    ], ignoreOrder: true);

    private abstract class DerivedBuild : SampleBuild
    {
        [Parameter]
        public string? Stage { get; init; }
    }

    private abstract class WrongBuild : ISampleComponent
    {
        [Parameter]
        public static string? Shared { get; set; }

        [Parameter]
        public string? Plan { get; set; }

        [Parameter]
        public Exception? Thing { get; set; }

        [Parameter(Name = "two words")]
        public string? Words { get; set; }

        [Parameter]
        public int Token { get; set; }
    }
}
