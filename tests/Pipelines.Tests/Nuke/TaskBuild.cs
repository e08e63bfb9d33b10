using Pipelines.Nuke;
using Serilog;

namespace Pipelines.Tests.Nuke;

internal sealed class TaskBuild : NukeBuild
{
    public Target Version => _ => _
        .When(condition: true, _ => _.Description("Asks dotnet"))
        .Executes(() => Log.Information("It is {Version}", DotNetTasks.DotNet("--version").Single(line => line.Type == OutputType.Std).Text));

    public Target Fail => _ => _
        .Executes(() => DotNetTasks.DotNetClean(s => s.CombineWith(["no-such-1.csproj", "no-such-2.csproj"], (s, project) => s.SetProject(project)), degreeOfParallelism: 2, completeOnFailure: true));
}
