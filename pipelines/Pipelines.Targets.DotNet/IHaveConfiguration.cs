namespace Pipelines.Targets.DotNet;

/// <summary>A build that compiles.</summary>
public interface IHaveConfiguration : IPipelineBuild
{
    /// <summary>Release on a CI server and Debug elsewhere, unless said.</summary>
    [Parameter("Configuration to build: Debug or Release")]
    Configuration Configuration => TryGetValue(() => Configuration) ?? (IsServerBuild ? Configuration.Release : Configuration.Debug);
}
