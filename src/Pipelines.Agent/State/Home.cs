namespace Pipelines.Agent.State;

/// <summary>Where traffic goes back to when a lease ends with weights that nobody settled.</summary>
internal sealed record Home(string Release, int Instances);
