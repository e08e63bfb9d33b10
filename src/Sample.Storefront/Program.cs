namespace Sample.Storefront;

internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            await using var shop = Shop.Build(args);
            await shop.RunAsync();
            return 0;
        }
        catch (StartRefusedException refused)
        {
            using var logging = LoggerFactory.Create(Shop.LogToStandardError);
            logging.CreateLogger(nameof(Storefront)).LogCritical("{Reason}", refused.Message);
            return refused.ExitCode;
        }
    }
}
