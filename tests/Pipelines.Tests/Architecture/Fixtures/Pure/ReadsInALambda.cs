namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public static class ReadsInALambda
{
    public static IEnumerable<string> Read(IEnumerable<string> paths) => paths.Select(path => File.ReadAllText(path));
}
