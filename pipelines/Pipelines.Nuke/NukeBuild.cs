namespace Pipelines.Nuke;

/// <summary>The base of a build class under the name that NUKE gave it; nothing more than <see cref="PipelineBuild"/>.</summary>
public abstract class NukeBuild : PipelineBuild, INukeBuild;
