namespace Pipelines.Tests.Architecture.Fixtures.Words;

public static class Numbers
{
    public static IEnumerable<int> Count()
    {
        yield return 1;
        yield return 2;
    }
}
