namespace Pipelines.EndToEnd.Ci;

/// <summary>The environment of a job.</summary>
internal sealed record CiEnvironment(string Name, string? Url);
