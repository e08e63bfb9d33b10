namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public sealed class KeepsAClock(TimeProvider time)
{
    public override string ToString() => $"{time}";
}
