namespace Pipelines.Delivery.Platforms;

/// <summary>Who has a stage.</summary>
/// <param name="Holder">Who.</param>
/// <param name="Since">From when.</param>
/// <param name="ExpiresAt">Until when, unless renewed.</param>
public sealed record LeaseHold(Holder Holder, DateTimeOffset Since, DateTimeOffset ExpiresAt);
