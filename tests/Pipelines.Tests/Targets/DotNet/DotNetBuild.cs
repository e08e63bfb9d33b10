using Pipelines.Targets.DotNet;
using Serilog;

namespace Pipelines.Tests.Targets.DotNet;

/// <summary>A build with every component of the library.</summary>
internal sealed class DotNetBuild : PipelineBuild, ILint, ITest, IPack, IClean
{
    public Target TellConfiguration => _ => _
        .Executes(() => Log.Information("Configuration is {Configuration}.", ((IHaveConfiguration)this).Configuration));
}
