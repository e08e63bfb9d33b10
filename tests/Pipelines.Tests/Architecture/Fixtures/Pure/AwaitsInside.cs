namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public static class AwaitsInside
{
    public static object Wait() => Task.CompletedTask;
}
