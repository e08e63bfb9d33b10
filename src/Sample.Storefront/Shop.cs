using Microsoft.Extensions.Logging.Console;
using Sample.Storefront.Carts;
using Sample.Storefront.Catalog;
using Sample.Storefront.Faults;
using Sample.Storefront.Health;
using Sample.Storefront.Metrics;
using Sample.Storefront.Orders;
using Sample.Storefront.Pages;
using Sample.Storefront.Releases;
using Sample.Storefront.Stores;

namespace Sample.Storefront;

/// <summary>Puts the service together.</summary>
internal static class Shop
{
    private const int LargestBody = 64 * 1024;

    /// <summary>The service, ready to start.</summary>
    /// <exception cref="StartRefusedException">The configuration is wrong, or a fault asks for a crash at start.</exception>
    public static WebApplication Build(string[] args)
    {
        // The content root is the folder of the release, wherever it was started; nobody edits a release, so nothing is watched.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = ["--hostBuilder:reloadConfigOnChange=false", .. args],
            ContentRootPath = AppContext.BaseDirectory,
        });
        LogToStandardError(builder.Logging);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = LargestBody;
        });
        AddRooms(builder);

        var shop = builder.Build();
        Use(shop);
        return shop;
    }

    /// <summary>Warnings and worse, a line each, all on standard error.</summary>
    public static void LogToStandardError(ILoggingBuilder logging)
    {
        logging.ClearProviders().SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console =>
        {
            console.SingleLine = true;
            console.ColorBehavior = LoggerColorBehavior.Disabled;
        });
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }

    private static void AddRooms(WebApplicationBuilder builder)
    {
        var faults = FaultConfiguration.Read(builder.Configuration.GetSection("Faults"));
        if (faults.CrashAtStart)
        {
            throw new StartRefusedException("Crashing at start because Faults:CrashAtStart is true.", StartRefusedException.Software);
        }

        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(faults);
        services.AddSingleton(ReleaseIdentity.Read(builder.Configuration.GetSection("Release")));
        services.AddSingleton(SigningKey.Read(builder.Configuration["Orders:SigningKey"]));
        services.AddSingleton<ProductCatalog>().AddSingleton<StorefrontPage>();
        services.AddStores(builder.Configuration.GetSection("Stores"));
        services.AddSingleton<ReceiptSigner>().AddSingleton<OrderDesk>().AddSingleton<Checkout>();
        services.AddSingleton<FaultInjection>().AddSingleton<RequestMetrics>();
        services.AddSingleton<Readiness>().AddHostedService<Draining>();
        services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(30));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, StorefrontJson.Default));
        services.AddProblemDetails().AddExceptionHandler<StoreProblem>();
    }

    private static void Use(WebApplication shop)
    {
        var version = shop.Services.GetRequiredService<ReleaseIdentity>().Version;
        shop.Use((context, next) =>
        {
            context.Response.Headers["X-Storefront-Version"] = version;
            context.Response.Headers.XContentTypeOptions = "nosniff";
            return next(context);
        });
        shop.Use(shop.Services.GetRequiredService<RequestMetrics>().MeasureAsync);
        shop.UseExceptionHandler();
        shop.UseStatusCodePages();
        shop.Use(shop.Services.GetRequiredService<FaultInjection>().InvokeAsync);

        shop.MapGet("/", (HttpContext context, StorefrontPage page) => page.WriteAsync(context));
        CatalogEndpoints.Map(shop);
        CartEndpoints.Map(shop);
        OrderEndpoints.Map(shop);
        OperatorEndpoints.Map(shop);
    }
}
