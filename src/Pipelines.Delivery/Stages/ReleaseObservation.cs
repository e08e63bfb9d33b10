namespace Pipelines.Delivery.Stages;

/// <summary>What is seen of one release in a stage.</summary>
/// <param name="Digest">Which release.</param>
/// <param name="Desired">Instances that should run.</param>
/// <param name="Ready">Instances that can take traffic.</param>
/// <param name="Running">Instances whose process lives, those that leave included.</param>
/// <param name="Crash">How an instance ended that should have gone on, or null.</param>
public sealed record ReleaseObservation(string Digest, int Desired, int Ready, int Running, InstanceExit? Crash);
