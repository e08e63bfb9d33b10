namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public static class AsksItsSurroundings
{
    public static IEnumerable<string?> Ask()
    {
        yield return Environment.GetEnvironmentVariable("HOME");
    }
}
