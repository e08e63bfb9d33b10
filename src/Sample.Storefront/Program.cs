namespace Sample.Storefront;

internal static class Program
{
    private static void Main()
    {
    }
}
