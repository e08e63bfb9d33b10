using Pipelines.Targets.DotNet.Solutions;

namespace Pipelines.Targets.DotNet;

/// <summary>A build that leaves files behind.</summary>
public interface IHaveArtifacts : IPipelineBuild
{
    /// <summary>What people and other jobs look at: <c>output</c> in the root unless overridden.</summary>
    AbsolutePath OutputDirectory => RootDirectory / "output";

    /// <summary>What the SDK compiles: <c>artifacts</c> in the root, where <c>UseArtifactsOutput</c> puts it, unless overridden.</summary>
    AbsolutePath ArtifactsDirectory => RootDirectory / "artifacts";

    /// <summary>Whether the SDK compiles into <see cref="ArtifactsDirectory"/>, as <c>Directory.Build.props</c> in the root says; else each project has its own <c>bin</c> and <c>obj</c>.</summary>
    bool UsesArtifactsOutput => SolutionFile.UsesArtifactsOutput(RootDirectory);
}
