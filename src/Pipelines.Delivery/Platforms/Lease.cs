namespace Pipelines.Delivery.Platforms;

/// <summary>The right to change a stage.</summary>
/// <param name="Epoch">Grows with every holder; the fence that keeps earlier ones out.</param>
/// <param name="Time">How long it lasts without renewal.</param>
public sealed record Lease(long Epoch, TimeSpan Time);
