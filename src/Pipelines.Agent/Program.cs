namespace Pipelines.Agent;

internal static class Program
{
    private static void Main()
    {
    }
}
