using System.Collections.Immutable;
using Pipelines;
using Pipelines.Targets.Delivery;
using Pipelines.Targets.DotNet;
using Pipelines.Tools;

internal sealed partial class Build
{
    private const string StorefrontTestProject = "Sample.Storefront.Tests";

    // Only what passed its own tests is released; a delivery does not wait for the tests of the framework.
    Target TestStorefront => _ => _
        .Description("Tests the storefront alone, before it is released")
        .DependentFor<IRelease>(build => build.Release)
        .Before<IPublish>(build => build.Publish)
        .Inputs([.. ((IPublish)this).PublishInputs, $"tests/{StorefrontTestProject}/**/*", "tests/Directory.Build.props"])
        .Outputs(StorefrontTestStamp)
        .Produces(StorefrontTestStamp)
        .Executes(async (run, cancellationToken) =>
        {
            await ((IRunTests)this).RunTestsAsync(StorefrontTests, run, cancellationToken);
            await StorefrontTestStamp.WriteAllTextAsync("The storefront's tests passed.\n", cancellationToken);
        });

    // It compiles by itself: compiling the whole framework first would make the first delivery three times as long.
    private static TestKind StorefrontTests =>
        new("Storefront tests", "storefront", project => project.Name == StorefrontTestProject, new DotNetTest { Properties = Quick }) { MeasuresCoverage = false, IsSharded = false };

    private static ImmutableSortedDictionary<string, string> Quick => ImmutableSortedDictionary<string, string>.Empty.Add("RunAnalyzers", "false");

    private static AbsolutePath StorefrontTestStamp => TemporaryDirectory / "storefront-tests.txt";
}
