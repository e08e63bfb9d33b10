using Pipelines.Tools;
using Serilog;

namespace Pipelines.Tests.Execution.Handover;

/// <summary>A build whose targets need each other's results and files.</summary>
internal sealed class RelayBuild : PipelineBuild
{
    public Target Knead => _ => _.Executes(() => Log.Information("kneading"));

    public Target<string> Bake => _ => _.DependsOn(Knead).Produces("loaf/**").Executes(async cancellationToken =>
    {
        await (RootDirectory / "loaf/rye.txt").WriteAllTextAsync("fresh", cancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(RootDirectory / "loaf/rye.txt", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
        return "rye";
    });

    public Target<string> Sell => _ => _.DependsOn(Bake).Executes(async (run, cancellationToken) =>
        $"{run.Result(Bake)}, {await (RootDirectory / "loaf/rye.txt").ReadAllTextAsync(cancellationToken)}");

    public Target Forget => _ => _.Produces("crumbs/**").Executes(() => { });

    public Target Remember => _ => _.DependsOn(Forget).Executes(() => { });

    public Target Burn => _ => _.Executes(() => throw new TargetFailedException("Burnt."));

    public Target Heat => _ => _.OutputsInPlace("oven/**").Executes(() => { });

    public Target Toast => _ => _.DependsOn(Heat).Executes(() => { });
}
