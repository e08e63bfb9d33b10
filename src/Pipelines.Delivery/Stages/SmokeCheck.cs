namespace Pipelines.Delivery.Stages;

/// <summary>A GET request that must be answered as said.</summary>
/// <param name="Path">Below the stage's address, such as <c>/api/products</c>.</param>
/// <param name="Contains">Text that the body must hold; <c>{version}</c> stands for the release's version. Null for any body.</param>
/// <param name="Status">Expected status; 200 unless said.</param>
public sealed record SmokeCheck(string Path, string? Contains = null, int Status = 200);
