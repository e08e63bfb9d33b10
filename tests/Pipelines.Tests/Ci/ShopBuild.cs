namespace Pipelines.Tests.Ci;

/// <summary>A build as most teams have it.</summary>
internal sealed class ShopBuild : PipelineBuild, ITalks
{
    public Target Restore => _ => _.OutputsInPlace("obj/**").Executes(() => { });

    public Target Compile => _ => _.Description("Compiles the shop").Job("build").DependsOn(Restore).Inputs("src/**").Outputs("bin/**").Produces("bin/**").Executes(() => { });

    public Target UnitTest => _ => _.Description("Runs the unit tests").Job("unit-tests").DependsOn(Compile).Splits().Executes(() => { });

    public Target IntegrationTest => _ => _.Description("Runs the tests with servers").Job("integration-tests").DependsOn(Compile).Executes(() => { });

    public Target<string> Image => _ => _.Description("Makes the image and gives its digest").Job("package").DependsOn(Compile).Executes(() => "sha256:1");

    public Target Deploy => _ => _.Description("Deploys the image").DependsOn(Image).Executes(() => { });

    public Target Smoke => _ => _.Description("Asks what is served").Executes(() => { });

    public Target Recover => _ => _.Description("Mends what a killed deployment left").Executes(() => { });

    public Target TearDown => _ => _.Description("Takes a review app down").Executes(() => { });

    public Target Notify => _ => _.Description("Tells the people on call").Executes(() => { });

    public Target Announce => _ => _.Description("Publishes the release notes").Consumes(Compile).DependsOn(Image).Executes(() => { });

    public Target Check => _ => _.DependsOn(UnitTest, IntegrationTest);
}
