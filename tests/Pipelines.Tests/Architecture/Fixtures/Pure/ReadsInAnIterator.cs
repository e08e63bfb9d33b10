namespace Pipelines.Tests.Architecture.Fixtures.Pure;

public static class ReadsInAnIterator
{
    public static IEnumerable<bool> Read(string path)
    {
        yield return File.Exists(path);
    }
}
