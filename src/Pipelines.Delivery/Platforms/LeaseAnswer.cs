namespace Pipelines.Delivery.Platforms;

/// <summary>What came of asking for a lease: exactly one of the two is set.</summary>
/// <param name="Granted">The right.</param>
/// <param name="Refused">Who has it.</param>
public sealed record LeaseAnswer(Lease? Granted, LeaseHold? Refused);
