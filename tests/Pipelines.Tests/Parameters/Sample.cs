using System.Collections.Immutable;
using Pipelines.Parameters;
using Shouldly;

namespace Pipelines.Tests.Parameters;

internal static class Sample
{
    public static readonly string[] Targets = ["Compile", "UnitTest", "Deploy"];

    public static ImmutableArray<ParameterDeclaration> Declarations { get; } = ParameterDeclarations.Of(typeof(SampleBuild)).All;

    public static Invocation Parse(params string[] arguments) => CommandLine.Parse(arguments, Declarations, Targets);

    public static string Problem(params string[] arguments) => Parse(arguments).Problems.ShouldHaveSingleItem();

    public static ParameterValues Bind(string[] arguments, AbsolutePath root, params (string Name, string Value)[] environment) =>
        ParameterValues.Bind(Declarations, Parse(arguments), environment.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal), root);
}
