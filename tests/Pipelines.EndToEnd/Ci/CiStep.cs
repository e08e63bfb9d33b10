namespace Pipelines.EndToEnd.Ci;

/// <summary>How a step ended.</summary>
internal sealed record CiStep(string Name, string Outcome);
