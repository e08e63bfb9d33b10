namespace Pipelines.Ci;

/// <summary>What is set for an environment.</summary>
internal sealed record PlaceSettings(string Name, bool NeedsApproval, string Trunk);
