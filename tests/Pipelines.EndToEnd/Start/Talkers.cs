using Serilog;

namespace Pipelines.EndToEnd.Start;

/// <summary>A build whose targets all write the first line of the process at the same time. This assembly is also its program.</summary>
internal sealed class Talkers : PipelineBuild
{
    public Target A => _ => Talk(_);

    public Target B => _ => Talk(_);

    public Target C => _ => Talk(_);

    public Target D => _ => Talk(_);

    private static ITargetDefinition Talk(ITargetDefinition definition) =>
        definition.Executes(run => Log.ForContext<Talkers>().Information("{Target} speaks", run.Target));

    public static int Run() => Execute<Talkers>(build => build.A, build => build.B, build => build.C, build => build.D);
}
