namespace Pipelines.Tests.Ci;

/// <summary>Targets that do not go well together.</summary>
internal interface ITalks : IPipelineBuild
{
    Target Quiet => _ => _.Executes(() => { });

    Target Notes => _ => _.Consumes(Quiet).Executes(() => { });

    Target Hidden => _ => _.Unlisted().Executes(() => { });

    Target All => _ => _.DependsOn(Hidden, Quiet);

    Target Prepare => _ => _.Job("prepare").Outputs("prepared/**").Executes(() => { });

    Target Publish => _ => _.DependsOn(Prepare).Executes(() => { });
}
